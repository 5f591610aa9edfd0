using System.Globalization;
using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>
/// The characters of a HOCON text, and what may begin where. It decides as Akka.NET does, where that is not the HOCON specification:
/// <c>+=</c> is part of a key, <c>${?optional}</c> is unknown, and a sign that needs something behind it is none at the very end.
/// </summary>
internal sealed class HoconReader(string text)
{
    private const string NotInText = "$\"{}[]:=,#`^?!@*&\\";
    private const string TripleQuote = "\"\"\"";

    private int _index;

    public int Position => _index;

    public bool AtEnd => _index >= text.Length;

    private char Current => AtEnd ? '\0' : text[_index];

    public bool AtWhitespace => char.IsWhiteSpace(Current);

    public bool AtSpaceOrTab => IsFollowed(" ") || IsFollowed("\t");

    public bool AtAssignment => IsFollowed("=") || IsFollowed(":");

    public bool AtQuote => Is("\"");

    public bool AtSubstitution => Is("${");

    public bool AtKey => !AtWhitespace && IsInKey;

    public bool AtText => !AtWhitespace && IsInText;

    public bool AtValue => Is("[") || Is("{") || AtSubstitution || AtQuote || AtText;

    public bool AtInclude
    {
        get
        {
            if (!Is("include"))
                return false;
            var start = _index;
            Skip("include".Length);
            var isSeparated = AtWhitespace || AtComment;
            SkipWhitespaceAndComments();
            var isInclude = isSeparated && AtQuote;
            _index = start;
            return isInclude;
        }
    }

    private bool AtComment => IsFollowed("#") || IsFollowed("//");

    private bool IsInText => !AtEnd && !AtComment && !NotInText.Contains(Current);

    private bool IsInKey => IsInText && Current != '.';

    public bool Is(string pattern) => text.AsSpan(_index).StartsWith(pattern, StringComparison.Ordinal);

    /// <summary>Goes on behind the characters if they are next.</summary>
    public bool Accept(string pattern)
    {
        if (!Is(pattern))
            return false;
        Skip(pattern.Length);
        return true;
    }

    public void Skip(int count) => _index = Math.Min(_index + count, text.Length);

    public void SkipWhitespaceAndComments()
    {
        while (true)
        {
            if (AtWhitespace)
                _index++;
            else if (AtComment)
                SkipLine();
            else
                return;
        }
    }

    public string TakeSpacesAndTabs()
    {
        var start = _index;
        while (AtSpaceOrTab)
            _index++;
        return text[start.._index];
    }

    public string TakeKey()
    {
        if (AtQuote)
            return TakeSingleQuoted();
        var start = _index;
        while (IsInKey)
            _index++;
        return text[start.._index].Trim();
    }

    public string TakeText()
    {
        var start = _index;
        while (AtText)
            _index++;
        return text[start.._index];
    }

    public string TakeQuoted() => Accept(TripleQuote) ? TakeTripleQuoted() : TakeSingleQuoted();

    /// <summary>The text between two quotes; a third quote is nothing special here.</summary>
    public string TakeSingleQuoted()
    {
        var result = new StringBuilder();
        Skip(1);
        while (!AtEnd && !AtQuote)
        {
            if (Current == '\\')
                result.Append(TakeEscaped());
            else
                result.Append(text[_index++]);
        }

        Skip(1);
        return result.ToString();
    }

    /// <summary>The path of a reference, whose opening sign is next.</summary>
    public string TakeSubstitution()
    {
        Skip("${".Length);
        var path = TakeText();
        Skip(1);
        return path;
    }

    public FormatException Unexpected()
    {
        var line = text.AsSpan(0, _index).Count('\n') + 1;
        return new FormatException($"Unexpected '{Current}' at position {_index} (line {line}) of the configuration.");
    }

    private bool IsFollowed(string pattern) => Is(pattern) && _index + pattern.Length < text.Length;

    private void SkipLine()
    {
        var end = text.IndexOf('\n', _index);
        _index = end < 0 ? text.Length : end + 1;
    }

    private string TakeTripleQuoted()
    {
        var start = _index;
        var end = text.IndexOf(TripleQuote, _index, StringComparison.Ordinal);
        if (end < 0)
            end = text.Length;
        _index = end;
        Skip(TripleQuote.Length);
        return text[start..end];
    }

    private char TakeEscaped()
    {
        Skip(1);
        var code = Current;
        Skip(1);
        return code switch
        {
            '"' or '\\' or '/' => code,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => TakeCharacterCode(),
            _ => throw new FormatException($"'\\{code}' is no escape sequence."),
        };
    }

    private char TakeCharacterCode()
    {
        var start = _index;
        Skip(4);
        return (char)int.Parse(text.AsSpan(start, _index - start), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
