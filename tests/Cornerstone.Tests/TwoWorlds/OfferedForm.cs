using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Cornerstone.Tests.TwoWorlds;

/// <summary>A form as a page offers it, filled in: where it goes, and what it says without anybody's token.</summary>
internal sealed record OfferedForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public const string Token = "__RequestVerificationToken";

    /// <summary>Forms that differ only in the record they are about are one kind.</summary>
    public string Kind => $"{Guids.Record().Replace(Action, "*")} {string.Join(' ', Fields.Select(f => f.Key).Distinct())}";

    /// <summary>Every form of a page that changes something, with empty fields filled, so that it gets past its first checks.</summary>
    public static IEnumerable<OfferedForm> On(IHtmlDocument page) => page.QuerySelectorAll<IHtmlFormElement>("form[method=post i]")
        .SelectMany(form => ButtonsOf(form).Select(button => new OfferedForm(
            ActionOf(form, button, page), [.. FieldsOf(form), .. NameOf(button) is { } name ? [KeyValuePair.Create(name, button!.GetAttribute("value") ?? "")] : Array.Empty<KeyValuePair<string, string>>()])))
        .Where(f => !f.Action.StartsWith("/sign-out", StringComparison.Ordinal) && !f.Action.StartsWith("/language", StringComparison.Ordinal));

    /// <summary>The same form about other records.</summary>
    public OfferedForm About(Func<string, string> other) => new(
        Guids.Record().Replace(Action, m => other(m.Value)), [.. Fields.Select(f => KeyValuePair.Create(f.Key, Guids.Record().Replace(f.Value, m => other(m.Value))))]);

    /// <summary>One field at a time about another record: its choices are no way round.</summary>
    public IEnumerable<OfferedForm> WithOneAbout(Func<string, string> other) => Fields
        .Select((f, i) => (Field: f, Index: i)).Where(f => Guids.Record().IsMatch(f.Field.Value))
        .Select(f => this with { Fields = [.. Fields.Select((g, i) => i == f.Index ? KeyValuePair.Create(g.Key, Guids.Record().Replace(g.Value, m => other(m.Value))) : g)] });

    public OfferedForm With(IEnumerable<KeyValuePair<string, string>> more) => this with { Fields = [.. Fields, .. more] };

    /// <summary>What a browser would send, with somebody's token.</summary>
    public FormUrlEncodedContent ContentWith(string token) => new([.. Fields, KeyValuePair.Create(Token, token)]);

    private static List<IHtmlButtonElement?> ButtonsOf(IHtmlFormElement form)
    {
        List<IHtmlButtonElement?> all = [.. form.QuerySelectorAll<IHtmlButtonElement>("button").Where(b => b.Type == "submit")];
        return all.Count > 0 ? all : [null];
    }

    private static string? NameOf(IHtmlButtonElement? button) => button?.GetAttribute("name") is { Length: > 0 } name ? name : null;

    private static string ActionOf(IHtmlFormElement form, IHtmlButtonElement? button, IHtmlDocument page)
    {
        var written = button?.GetAttribute("formaction") ?? form.GetAttribute("action");
        var here = new Uri(page.Url);
        return string.IsNullOrEmpty(written) ? here.PathAndQuery : new Uri(here, written).PathAndQuery;
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form) => form.Elements
        .Where(e => e is not IHtmlButtonElement && e.GetAttribute("name") is { Length: > 0 } name && name != Token)
        .Where(e => e is not IHtmlInputElement { Type: "file" })
        .SelectMany(Values);

    private static IEnumerable<KeyValuePair<string, string>> Values(IElement element)
    {
        var name = element.GetAttribute("name")!;
        return element switch
        {
            IHtmlSelectElement select => [KeyValuePair.Create(name, select.Value is { Length: > 0 } chosen ? chosen : select.Options.FirstOrDefault(o => o.Value.Length > 0)?.Value ?? "")],
            IHtmlTextAreaElement area => [KeyValuePair.Create(name, area.Value is { Length: > 0 } said ? said : "Words")],
            IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked || Guids.Record().IsMatch(box.Value) ? [KeyValuePair.Create(name, box.Value)] : [],
            IHtmlInputElement { Type: "hidden" } hidden => [KeyValuePair.Create(name, hidden.Value)],
            IHtmlInputElement input => [KeyValuePair.Create(name, input.Value is { Length: > 0 } said ? said : Filling(input))],
            _ => [],
        };
    }

    private static string Filling(IHtmlInputElement input) => input.Type switch
    {
        "date" => "2026-03-01",
        _ when input.GetAttribute("inputmode") == "decimal" => "1",
        "email" => "words@solenia.example",
        "url" => "https://solenia.example/words",
        _ => "Words",
    };
}
