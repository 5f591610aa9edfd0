using System.Diagnostics.CodeAnalysis;

namespace TelephonyActors.Sessions.Wire;

/// <summary>Describes a record: its fields in the order of the wire, and how the record is made of their values.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "The instance carries the type of the record, so that no field has to name it.")]
internal sealed class RecordOf<T>
{
    public Field<T, TValue> Field<TValue>(string name, Func<T, TValue> valueOf, Codec<TValue> codec) => new(name, valueOf, codec);

    public Field<T, string> Text(string name, Func<T, string> valueOf) => new(name, valueOf, Codecs.Text);

    public Field<T, string?> TextOrNone(string name, Func<T, string?> valueOf) => new(name, valueOf, Codecs.TextOrNone);

    public Field<T, int> Int(string name, Func<T, int> valueOf) => new(name, valueOf, Codecs.Int);

    public Field<T, long> Long(string name, Func<T, long> valueOf) => new(name, valueOf, Codecs.Long);

    public Field<T, bool> Flag(string name, Func<T, bool> valueOf) => new(name, valueOf, Codecs.Flag);

    public Codec<T> Is(T only) => new RecordCodec<T>([], _ => only, _ => only);

    public Codec<T> Is<A>(Field<T, A> a, Func<A, T> make) =>
        new RecordCodec<T>([a], from => make(a.Read(from)), json => make(a.ReadJson(json)));

    public Codec<T> Is<A, B>(Field<T, A> a, Field<T, B> b, Func<A, B, T> make) =>
        new RecordCodec<T>([a, b], from => make(a.Read(from), b.Read(from)), json => make(a.ReadJson(json), b.ReadJson(json)));

    public Codec<T> Is<A, B, C>(Field<T, A> a, Field<T, B> b, Field<T, C> c, Func<A, B, C, T> make) => new RecordCodec<T>(
        [a, b, c],
        from => make(a.Read(from), b.Read(from), c.Read(from)),
        json => make(a.ReadJson(json), b.ReadJson(json), c.ReadJson(json)));

    public Codec<T> Is<A, B, C, D>(Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d, Func<A, B, C, D, T> make) => new RecordCodec<T>(
        [a, b, c, d],
        from => make(a.Read(from), b.Read(from), c.Read(from), d.Read(from)),
        json => make(a.ReadJson(json), b.ReadJson(json), c.ReadJson(json), d.ReadJson(json)));

    public Codec<T> Is<A, B, C, D, E>(
        Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Func<A, B, C, D, E, T> make) => new RecordCodec<T>(
        [a, b, c, d, e],
        from => make(a.Read(from), b.Read(from), c.Read(from), d.Read(from), e.Read(from)),
        json => make(a.ReadJson(json), b.ReadJson(json), c.ReadJson(json), d.ReadJson(json), e.ReadJson(json)));

    public Codec<T> Is<A, B, C, D, E, F>(
        Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f, Func<A, B, C, D, E, F, T> make) => new RecordCodec<T>(
        [a, b, c, d, e, f],
        from => make(a.Read(from), b.Read(from), c.Read(from), d.Read(from), e.Read(from), f.Read(from)),
        json => make(a.ReadJson(json), b.ReadJson(json), c.ReadJson(json), d.ReadJson(json), e.ReadJson(json), f.ReadJson(json)));

    public Codec<T> Is<A, B, C, D, E, F, G>(
        Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f, Field<T, G> g,
        Func<A, B, C, D, E, F, G, T> make) => new RecordCodec<T>(
        [a, b, c, d, e, f, g],
        from => make(a.Read(from), b.Read(from), c.Read(from), d.Read(from), e.Read(from), f.Read(from), g.Read(from)),
        json => make(
            a.ReadJson(json), b.ReadJson(json), c.ReadJson(json), d.ReadJson(json), e.ReadJson(json), f.ReadJson(json), g.ReadJson(json)));

    public Codec<T> Is<A, B, C, D, E, F, G, H>(
        Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d, Field<T, E> e, Field<T, F> f, Field<T, G> g, Field<T, H> h,
        Func<A, B, C, D, E, F, G, H, T> make) => new RecordCodec<T>(
        [a, b, c, d, e, f, g, h],
        from => make(a.Read(from), b.Read(from), c.Read(from), d.Read(from), e.Read(from), f.Read(from), g.Read(from), h.Read(from)),
        json => make(
            a.ReadJson(json), b.ReadJson(json), c.ReadJson(json), d.ReadJson(json),
            e.ReadJson(json), f.ReadJson(json), g.ReadJson(json), h.ReadJson(json)));
}
