using System.Net;
using Cornerstone.Access;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.TwoWorlds;

/// <summary>
/// Every form the program offers, sent with the ids of records that are hidden in one world and not there in the other: the two
/// answers are the same, byte by byte, whoever sends it (security handbook, goal 5, AC-02 and AC-07).
/// </summary>
public sealed class FormsTests
{
    private static readonly IReadOnlyList<DemonstrationPerson> Senders = TwoWorldsTests.IsWhole ? DemonstrationPerson.All : [Amina, Jamila];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_about_a_hidden_record_is_answered_like_one_about_no_record()
    {
        await using var worlds = await Worlds.MakeAsync(Ct);
        var forms = await OfferedAsync();
        var before = await worlds.FingerprintAsync(Ct);
        var differences = new List<string>();
        foreach (var person in Senders)
        {
            differences.AddRange(await SendAsync(worlds, forms, person));
        }

        differences.RemoveAll(TwoWorldsTests.IsKnown);
        Assert.True(forms.Count > 60, $"only {forms.Count} forms were found");
        Assert.True(differences.Count == 0, $"{differences.Count} forms are answered differently.\n{string.Join('\n', differences.Take(20))}");
        Assert.Equal(before, await worlds.FingerprintAsync(Ct));
        Assert.Empty(worlds.Log.WithCanary);
    }

    // What those who see most are offered; whoever may not have a form sends it all the same.
    private static async Task<IReadOnlyList<OfferedForm>> OfferedAsync() =>
        [.. (await OfferedForms.OfAsync(Amina)).Concat(await OfferedForms.OfAsync(Karim)).DistinctBy(f => f.Kind).Where(f => Guids.Record().IsMatch(f.Action) || f.Fields.Any(p => Guids.Record().IsMatch(p.Value)))];

    private static async Task<List<string>> SendAsync(Worlds worlds, IReadOnlyList<OfferedForm> forms, DemonstrationPerson person)
    {
        var (without, with, said, sent) = (await worlds.Without.AsAsync(person), await worlds.With.AsAsync(person), new List<string>(), 0);
        var (one, other) = (await OfferedForm.TokenOfAsync(without), await OfferedForm.TokenOfAsync(with));
        foreach (var form in forms.SelectMany(f => SecretTwins.Ids.SelectMany(twin => f.WithOneAbout(twin).Prepend(f.About(twin)))))
        {
            sent++;
            using var there = await form.SendAsync(without, one, Ct);
            using var here = await form.SendAsync(with, other, Ct);
            // What a redirect says is shown once, on the next page: here, and not with the next answer.
            if (there.StatusCode == HttpStatusCode.Redirect || here.StatusCode == HttpStatusCode.Redirect)
            {
                await without.StatusOfAsync("/xs");
                await with.StatusOfAsync("/xs");
            }

            var (seen, hidden) = (await Seen.OfAsync(there, Ct), await Seen.OfAsync(here, Ct));
            if (seen != hidden)
            {
                said.Add($"{person.Role} {form.Action} [{string.Join(' ', form.Fields.Where(f => Guids.Record().IsMatch(f.Value)).Select(f => f.Key))}] {(int)there.StatusCode}/{(int)here.StatusCode}: {WorldCrawl.FirstDifference(seen, hidden)}");
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{person.Role}: {sent} forms sent, {said.Count} differences");
        return said;
    }
}
