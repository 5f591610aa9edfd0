using System.Runtime.Serialization;
using System.Text;
using Akka.Embedded.Persistence.Tests.Ledgers;

namespace Akka.Embedded.Persistence.Tests;

/// <summary>Which serializer writes what, and how.</summary>
public sealed class SerializationTests() : Akka.TestKit.Xunit2.TestKit(LedgerSerializer.Hocon)
{
    public static TheoryData<object, string> Primitives => new()
    {
        { "text", "\"text\"" },
        { "\"quoted\" ü \n", "\"\\\"quoted\\\" ü \\n\"" },
        { true, "true" },
        { 42, """{"$":"I42"}""" },
        { -7L, "-7" },
        { 1.5, "1.5" },
        { 2.0, "2.0" },
        { 1.25f, """{"$":"F1.25"}""" },
        { 12.50m, """{"$":"M12.50"}""" },
    };

    [Fact]
    public void A_serializer_is_found_by_the_type_or_what_it_implements()
    {
        Assert.IsType<LedgerSerializer>(Sys.Serialization.FindSerializerForType(typeof(Line)));
        Assert.Equal(7001, Sys.Serialization.FindSerializerForType(typeof(Page)).Identifier);
        Assert.Equal(4, Sys.Serialization.FindSerializerForType(typeof(byte[])).Identifier);
        Assert.Equal(1, Sys.Serialization.FindSerializerForType(typeof(string)).Identifier);
    }

    [Fact]
    public void What_was_written_is_read_by_the_number_of_the_serializer_and_the_manifest()
    {
        var serializer = Sys.Serialization.FindSerializerForType(typeof(Line));
        var manifest = Akka.Serialization.Serialization.ManifestFor(serializer, new Line("a"));

        Assert.Equal("L", manifest);
        Assert.Equal(new Line("a"), Sys.Serialization.Deserialize(serializer.ToBinary(new Line("a")), serializer.Identifier, manifest));
    }

    [Theory]
    [MemberData(nameof(Primitives))]
    public void Texts_and_numbers_are_written_as_JSON_and_keep_their_type(object value, string json)
    {
        var serializer = Sys.Serialization.FindSerializerForType(value.GetType());
        var bytes = serializer.ToBinary(value);

        Assert.Equal(json, Encoding.UTF8.GetString(bytes));
        Assert.Equal("", Akka.Serialization.Serialization.ManifestFor(serializer, value));
        Assert.Equal(value, Sys.Serialization.Deserialize(bytes, serializer.Identifier, ""));
    }

    [Fact]
    public void Bytes_are_written_as_they_are()
    {
        var serializer = Sys.Serialization.FindSerializerForType(typeof(byte[]));
        byte[] bytes = [1, 2, 3];

        Assert.Same(bytes, serializer.ToBinary(bytes));
        Assert.Equal("", Akka.Serialization.Serialization.ManifestFor(serializer, bytes));
        Assert.Equal(bytes, Sys.Serialization.Deserialize(bytes, 4, ""));
    }

    [Fact]
    public void A_number_that_no_serializer_has_is_an_error() =>
        Assert.Throws<SerializationException>(() => Sys.Serialization.Deserialize([], 4711, ""));
}
