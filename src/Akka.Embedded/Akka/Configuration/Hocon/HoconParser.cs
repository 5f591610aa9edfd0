namespace Akka.Configuration.Hocon;

/// <summary>Reads a HOCON text into a tree of values.</summary>
public class Parser
{
    private readonly List<HoconSubstitution> _substitutions = [];
    private readonly HoconReader _reader;
    private readonly Func<string, HoconRoot> _includeCallback;

    private Parser(string text, Func<string, HoconRoot> includeCallback)
    {
        _reader = new HoconReader(text);
        _includeCallback = includeCallback;
    }

    /// <summary>Reads the text.</summary>
    /// <param name="text">HOCON.</param>
    /// <param name="includeCallback">Gives the content of what the text includes, by the name it includes it under.</param>
    /// <exception cref="FormatException">The text is no HOCON, or it refers to a value that it does not contain.</exception>
    /// <exception cref="ConfigurationException">An unquoted text contains an assignment sign.</exception>
    public static HoconRoot Parse(string text, Func<string, HoconRoot> includeCallback)
        => new Parser(text, includeCallback).ParseText();

    private HoconRoot ParseText()
    {
        var root = new HoconValue();
        ParseObject(root, isPath: false, "");
        Resolve(root);
        return new HoconRoot(root, _substitutions);
    }

    private void Resolve(HoconValue root)
    {
        var config = new Config(new HoconRoot(root));
        foreach (var substitution in _substitutions)
        {
            substitution.ResolvedValue = config.GetValue(substitution.Path)
                ?? throw new FormatException($"Unresolved substitution: {substitution.Path}");
        }

        foreach (var substitution in _substitutions)
        {
            if (IsPartOf(substitution, substitution.ResolvedValue, []))
                throw new FormatException($"The substitution {substitution.Path} refers to itself.");
        }
    }

    private static bool IsPartOf(HoconSubstitution wanted, HoconValue value, HashSet<HoconValue> seen)
    {
        if (!seen.Add(value))
            return false;
        foreach (var element in value.Values)
        {
            if (element == wanted || (element is HoconSubstitution other && IsPartOf(wanted, other.ResolvedValue, seen)))
                return true;
        }

        return false;
    }

    /// <summary>Reads keys into the owner: up to the closing brace or, on the way through a dotted path, a single one.</summary>
    private void ParseObject(HoconValue owner, bool isPath, string path)
    {
        if (!owner.IsObject())
            owner.NewValue(new HoconObject());
        var target = owner.GetObject();

        while (!_reader.AtEnd)
        {
            _reader.SkipWhitespaceAndComments();
            if (_reader.Accept("}"))
                return;
            if (_reader.AtInclude)
            {
                Include(target, path);
            }
            else if (_reader.AtQuote || _reader.AtKey)
            {
                var key = _reader.TakeKey();
                ParseKeyContent(target.GetOrCreateKey(key), path == "" ? key : path + "." + key);
                if (isPath)
                    return;
            }
            else
            {
                SkipSign();
            }
        }
    }

    private void Include(HoconObject target, string path)
    {
        _reader.Skip("include".Length);
        _reader.SkipWhitespaceAndComments();
        var included = _includeCallback(_reader.TakeSingleQuoted());
        foreach (var substitution in included.Substitutions)
        {
            // What is included counts its paths from its own root, which is here.
            substitution.Path = path + "." + substitution.Path;
            _substitutions.Add(substitution);
        }

        target.Merge(included.Value.GetObject());
    }

    /// <summary>Reads what follows a key: the rest of a dotted path, an object, or an assignment.</summary>
    private void ParseKeyContent(HoconValue value, string path)
    {
        while (!_reader.AtEnd)
        {
            _reader.SkipWhitespaceAndComments();
            if (_reader.Accept("."))
            {
                ParseObject(value, isPath: true, path);
                return;
            }

            if (_reader.Accept("{"))
            {
                ParseObject(value, isPath: false, path);
                return;
            }

            if (_reader.AtAssignment)
            {
                _reader.Skip(1);
                // An object stays, so that the new one is merged into it.
                if (!value.IsObject())
                    value.Clear();
                ParseValue(value, path);
                return;
            }

            SkipToken();
        }
    }

    private void ParseValue(HoconValue owner, string path)
    {
        _reader.SkipWhitespaceAndComments();
        while (_reader.AtValue)
        {
            ParseElement(owner, path);
            if (_reader.AtSpaceOrTab)
                owner.AppendValue(new HoconLiteral { Value = _reader.TakeSpacesAndTabs() });
        }

        _reader.Accept(",");
    }

    private void ParseElement(HoconValue owner, string path)
    {
        if (_reader.Accept("{"))
            ParseObject(owner, isPath: false, path);
        else if (_reader.AtQuote)
            AppendText(owner, _reader.TakeQuoted());
        else if (_reader.AtText)
            AppendText(owner, TakeText());
        else if (_reader.Accept("["))
            owner.AppendValue(ParseArray(path));
        else
            AppendSubstitution(owner, _reader.TakeSubstitution());
    }

    private string TakeText()
    {
        var text = _reader.TakeText();
        if (!_reader.AtAssignment)
            return text;
        throw new ConfigurationException(
            $"The unquoted text '{text}' goes on with '=' or ':'. Quote it if it is one text, enclose it in braces if it is an object.");
    }

    private static void AppendText(HoconValue owner, string text)
    {
        // A text replaces an object, but is joined to other text.
        if (owner.IsObject())
            owner.Clear();
        owner.AppendValue(new HoconLiteral { Value = text });
    }

    private void AppendSubstitution(HoconValue owner, string path)
    {
        var substitution = new HoconSubstitution(path);
        _substitutions.Add(substitution);
        owner.AppendValue(substitution);
    }

    private HoconArray ParseArray(string path)
    {
        var array = new HoconArray();
        while (!_reader.AtEnd && !_reader.Is("]"))
        {
            var start = _reader.Position;
            var value = new HoconValue();
            ParseValue(value, path);
            array.Add(value);
            _reader.SkipWhitespaceAndComments();
            if (_reader.Position == start)
                throw _reader.Unexpected();
        }

        _reader.Skip(1);
        return array;
    }

    /// <summary>Where a key's content should begin, keys, includes and stray signs are passed over.</summary>
    private void SkipToken()
    {
        if (_reader.AtInclude)
        {
            _reader.Skip("include".Length);
            _reader.SkipWhitespaceAndComments();
            _reader.TakeSingleQuoted();
        }
        else if (_reader.AtQuote || _reader.AtKey)
        {
            _reader.TakeKey();
        }
        else if (!_reader.Accept("}"))
        {
            SkipSign();
        }
    }

    private void SkipSign()
    {
        if (_reader.AtEnd)
            return;
        if (!_reader.AtAssignment && !_reader.Is(".") && !_reader.Is("{") && !_reader.Is("[") && !_reader.Is("]"))
            throw _reader.Unexpected();
        _reader.Skip(1);
    }
}
