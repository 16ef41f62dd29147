using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.LibraryImport;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Demonstration;

/// <summary>
/// The invented Republic of Solenia: its workspace, its people, and what each room adds. Safe to repeat; what is
/// there stays as it is.
/// </summary>
internal static class Solenia
{
    private const string Country = DemonstrationPerson.Country;

    public static async Task PrepareAsync(Database database, TimeProvider clock, CancellationToken ct)
    {
        await AddPeopleAsync(database, clock, ct);
        await SoleniaRequests.AddAsync(database, Country, clock, ct);
        await AddDocumentsAsync(database, clock, ct);
        await SoleniaCommitments.AddAsync(database, Country, clock, ct);
        await SoleniaReclassification.AddAsync(database, Country, clock, ct);
        await SoleniaCountry.AddAsync(database, Country, ct);
        await SoleniaSupport.AddAsync(database, Country, clock, ct);
        await SoleniaEdition.AddAsync(database, Country, clock, ct);
    }

    /// <summary>Workspace and people only.</summary>
    public static async Task AddPeopleAsync(Database database, TimeProvider clock, CancellationToken ct)
    {
        await using var db = await database.AsAsync(Reader.Operator, ct);
        var now = clock.GetUtcNow();
        if (!await db.Workspaces.AnyAsync(w => w.Code == Country, ct))
        {
            db.Workspaces.Add(Workspace());
        }

        var there = await db.Users.Select(p => p.Id).ToListAsync(ct);
        foreach (var person in DemonstrationPerson.All.Where(p => !there.Contains(p.Id)))
        {
            db.Users.Add(Account(person));
            db.Memberships.AddRange(Memberships(person, now));
        }

        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveAsync(new Act("demonstration.people", Country, now), ct);
        }
    }

    private static Workspace Workspace() => new()
    {
        Code = Country,
        Names = new()
        {
            ["en"] = "Republic of Solenia",
            ["fr"] = "République de Solénie",
            ["ar"] = "جمهورية سولينيا",
            ["es"] = "República de Solenia",
            ["ru"] = "Республика Соления",
            ["zh"] = "索莱尼亚共和国",
        },
    };

    // No password: these accounts open by the demonstration's button only.
    private static Person Account(DemonstrationPerson person) => Account(person.Id, person.Name);

    internal static Person Account(Guid id, string name)
    {
        var email = $"{name.Split(' ')[0].ToLowerInvariant()}@solenia.example";
        return new()
        {
            Id = id,
            Name = name,
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            SecurityStamp = id.ToString("N"),
        };
    }

    // The documents stand in the country's own library, not in the shared layer: they are invented.
    private static async Task AddDocumentsAsync(Database database, TimeProvider clock, CancellationToken ct)
    {
        var import = new ImportDocuments(database, new PdfText(), ImportLimits.Default, clock);
        var files = SoleniaDocuments.All.Select(d => new SourceFile(d.FileName, d.Content));
        await foreach (var outcome in import.ImportAsync(files, new ImportOrder(Reader.Operator, Country, Classification.Public), ct))
        {
            if (outcome.State == FileState.Refused)
            {
                throw new InvalidOperationException($"{outcome.File}: {outcome.Message}");
            }
        }
    }

    private static IEnumerable<Membership> Memberships(DemonstrationPerson person, DateTimeOffset now)
    {
        string[] countries = person.AlsoShared ? [Country, Access.Workspace.Shared] : [Country];
        return countries.Select(country => new Membership
        {
            PersonId = person.Id,
            Country = country,
            Role = person.Role,
            Clearance = person.Clearance,
            GrantedAt = now,
        });
    }
}
