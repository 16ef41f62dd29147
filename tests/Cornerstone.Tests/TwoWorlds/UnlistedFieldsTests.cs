using System.Reflection;
using Cornerstone.Data;
using Cornerstone.Tests.TestKit;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.TwoWorlds;

/// <summary>Only what a form lists is ever written (security handbook, goal 6, AC-05).</summary>
public sealed class UnlistedFieldsTests
{
    private const int MostAtOnce = 1_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_page_fills_a_stored_record_from_what_is_sent()
    {
        await using var app = await TestApp.StartAsync();
        var stored = Stored(app).Select(e => e.ClrType).ToHashSet();
        var pages = await BoundNames.PagesAsync(app);

        var bound = pages.SelectMany(p => BoundNames.Roots(p).Select(r => (Page: p.RelativePath, r.Type))).ToList();

        Assert.True(bound.Count > 200);
        Assert.Empty(bound.SelectMany(b => Reachable(b.Type, []).Where(stored.Contains).Select(t => $"{b.Page} fills a {t.Name}")).Distinct());
    }

    /// <summary>
    /// Each form goes to one world as it is and to a twin of that world with every property of every stored record beside it: the
    /// two worlds stay alike, to the last row.
    /// </summary>
    [Fact]
    public async Task Every_property_of_every_record_sent_along_changes_nothing()
    {
        await using var worlds = await Worlds.MakeAsync(Ct, withSecrets: false);
        var listed = Listed(await BoundNames.PagesAsync(worlds.Without));
        var forms = (await OfferedForms.OfAsync(Amina)).Where(f => !f.Action.StartsWith("/me/", StringComparison.Ordinal)).ToList();
        var names = Stored(worlds.Without).SelectMany(e => e.GetProperties()).Select(p => (p.Name, p.ClrType)).DistinctBy(p => p.Name).ToList();
        var (plain, filled) = (await worlds.Without.AsAsync(Amina), await worlds.With.AsAsync(Amina));
        var (one, other) = (await OfferedForm.TokenOfAsync(plain), await OfferedForm.TokenOfAsync(filled));
        var (said, taken) = (new List<string>(), 0);

        foreach (var form in forms)
        {
            using var asOffered = await form.SendAsync(plain, one, Ct);
            using var withMore = await form.With(Unlisted(form, listed, names)).SendAsync(filled, other, Ct);
            taken += (int)asOffered.StatusCode == 302 ? 1 : 0;
            if (await Seen.OfAsync(asOffered, Ct) is var a && await Seen.OfAsync(withMore, Ct) is var b && a != b)
            {
                said.Add($"{form.Action}: {WorldCrawl.FirstDifference(a, b)}");
            }
        }

        Assert.True(forms.Count > 60 && taken > 15, $"{forms.Count} forms, {taken} taken");
        Assert.True(said.Count == 0, $"{said.Count} forms answer differently.\n{string.Join('\n', said.Take(20))}");
        Assert.Equal(await Worlds.ContentAsync(worlds.Without, Ct), await Worlds.ContentAsync(worlds.With, Ct));
    }

    // Under each name a form's own fields stand under, and under none; but for what some page lists.
    private static IEnumerable<KeyValuePair<string, string>> Unlisted(OfferedForm form, ILookup<string, string> listed, IReadOnlyList<(string Name, Type Type)> names)
    {
        var own = form.Fields.Select(f => f.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var query = new Uri(new Uri("http://localhost"), form.Action).Query;
        var prefixes = form.Fields.Where(f => f.Key.Contains('.', StringComparison.Ordinal) && !f.Key.Contains('[', StringComparison.Ordinal)).Select(f => f.Key[..(f.Key.LastIndexOf('.') + 1)]).Distinct();
        // What another page lists is unlisted here, unless this form has it under another name.
        return prefixes.Prepend("").SelectMany(p => names.Where(n => !listed[p.Split('.')[0]].Contains(n.Name)).Select(n => KeyValuePair.Create(p + n.Name, Hostile(n.Type))))
            .Where(f => !own.Contains(f.Key) && !query.Contains(f.Key + "=", StringComparison.OrdinalIgnoreCase)).Take(MostAtOnce - form.Fields.Count);
    }

    // By the first part of the name they are sent under; by nothing, all that stands on its own.
    private static ILookup<string, string> Listed(IReadOnlyList<CompiledPageActionDescriptor> pages)
    {
        var roots = pages.SelectMany(BoundNames.Roots).DistinctBy(r => (r.Name.ToUpperInvariant(), r.Type)).Select(r => (r.Name, r.Type, Names: Reachable(r.Type, []).SelectMany(t => t.GetProperties()).Select(q => q.Name).ToHashSet())).ToList();
        return roots.SelectMany(r => r.Type.GetProperties().Select(p => p.Name).Append(r.Name).SelectMany(first => r.Names.Select(name => (First: first, Name: name))))
            .Concat(roots.SelectMany(r => r.Names.Append(r.Name).Select(name => (First: "", Name: name)))).Distinct()
            .ToLookup(l => l.First, l => l.Name, StringComparer.OrdinalIgnoreCase);
    }

    private static string Hostile(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(Guid) => Amina.Id.ToString(),
        var t when t == typeof(bool) => "true",
        var t when t == typeof(DateOnly) => "1999-01-01",
        var t when t == typeof(DateTimeOffset) => "1999-01-01T00:00:00Z",
        { IsEnum: true } t => Enum.GetNames(t)[^1],
        var t when t == typeof(string) => "Unlisted",
        _ => "1",
    };

    private static List<Microsoft.EntityFrameworkCore.Metadata.IEntityType> Stored(TestApp app)
    {
        using var db = AppDb.Over(app.Database);
        return [.. db.Model.GetEntityTypes()];
    }

    private static IEnumerable<Type> Reachable(Type type, HashSet<Type> seen)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        foreach (var argument in inner.IsGenericType ? inner.GetGenericArguments() : inner.IsArray ? [inner.GetElementType()!] : Type.EmptyTypes)
        {
            foreach (var found in Reachable(argument, seen))
            {
                yield return found;
            }
        }

        if (inner.Assembly.GetName().Name?.StartsWith("cornerstone", StringComparison.OrdinalIgnoreCase) != true || inner.IsEnum || !seen.Add(inner))
        {
            yield break;
        }

        yield return inner;
        foreach (var found in inner.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is { IsPublic: true }).SelectMany(p => Reachable(p.PropertyType, seen)))
        {
            yield return found;
        }
    }
}
