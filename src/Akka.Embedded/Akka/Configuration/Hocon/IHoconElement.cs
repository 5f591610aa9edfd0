namespace Akka.Configuration.Hocon;

/// <summary>What a value is put together from: a piece of text, an array, an object or a reference to another value.</summary>
public interface IHoconElement
{
    /// <summary>Whether it is text.</summary>
    bool IsString();

    /// <summary>Its text.</summary>
    /// <exception cref="NotImplementedException">It is none.</exception>
    string GetString();

    /// <summary>Whether it is an array.</summary>
    bool IsArray();

    /// <summary>Its elements.</summary>
    /// <exception cref="NotImplementedException">It is no array.</exception>
    IList<HoconValue> GetArray();
}

/// <summary>Something that may stand for an object.</summary>
public interface IMightBeAHoconObject
{
    /// <summary>Whether it does.</summary>
    bool IsObject();

    /// <summary>The object; null if it does not stand for one.</summary>
    HoconObject GetObject();
}
