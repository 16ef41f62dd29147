using System.Globalization;
using System.Xml;

namespace Cornerstone.Iati.Writing;

/// <summary>Writes elements with what they have; what is null is left out.</summary>
internal sealed class Pen(XmlWriter xml)
{
    public void Begin(string name) => xml.WriteStartElement(name);

    public void End() => xml.WriteEndElement();

    public void Attribute(string name, string? value)
    {
        if (value is not null) xml.WriteAttributeString(name, Sound(value));
    }

    public void Language(string? language)
    {
        if (language is not null) xml.WriteAttributeString("xml", "lang", "http://www.w3.org/XML/1998/namespace", Sound(language));
    }

    public void Attribute(string name, decimal? value) => Attribute(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Attribute(string name, DateOnly? value) => Attribute(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Attribute(string name, DateTimeOffset? value) => Attribute(name, value?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    public void Attribute(string name, bool? value) => Attribute(name, value is { } said ? (said ? "1" : "0") : null);

    public void Text(string? text)
    {
        if (text is not null) xml.WriteString(Sound(text));
    }

    /// <summary>&lt;activity-status code="2"/&gt;</summary>
    public void Code(string name, string? code)
    {
        if (code is not null) Element(name, ("code", code));
    }

    /// <summary>&lt;period-start iso-date="2024-01-01"/&gt;</summary>
    public void Day(string name, DateOnly? day)
    {
        if (day is null) return;
        Begin(name);
        Attribute("iso-date", day);
        End();
    }

    public void Simple(string name, string? text)
    {
        if (text is null) return;
        Begin(name);
        Text(text);
        End();
    }

    public void Simple(string name, decimal? number) => Simple(name, number?.ToString(CultureInfo.InvariantCulture));

    public void Element(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(name);
        foreach (var (attribute, value) in attributes) Attribute(attribute, value);
        End();
    }

    /// <summary>An element that holds texts; none when there are none.</summary>
    public void Texts(string name, Items<Narrative> texts)
    {
        if (texts.Count == 0) return;
        Begin(name);
        Narratives(texts);
        End();
    }

    public void Narratives(Items<Narrative> texts)
    {
        foreach (var narrative in texts)
        {
            Begin("narrative");
            Language(narrative.Language);
            Text(narrative.Text);
            End();
        }
    }

    public void Value(Amount? amount)
    {
        if (amount is null) return;
        Begin("value");
        Attribute("currency", amount.Currency);
        Attribute("value-date", amount.ValueDate);
        Text(amount.Number?.ToString(CultureInfo.InvariantCulture));
        End();
    }

    /// <summary>XML has no place for control signs and halves of signs, however they came in.</summary>
    private static string Sound(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) i++;
            else return Sound(text[..i] + "\uFFFD" + text[(i + 1)..]);
        }

        return text;
    }
}
