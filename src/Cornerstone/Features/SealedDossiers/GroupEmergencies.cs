using Cornerstone.Access;
using Cornerstone.Access.Compartments;
using Cornerstone.Vaults;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SealedDossiers;

public enum EmergencyState
{
    Called,
    Open,
    ToReview,
    Overdue,
    Reviewed,
}

/// <summary>An emergency of a group as each of its members is told of it, vault locked or not: who, by whom, why, until when; nothing of any dossier.</summary>
public sealed record EmergencyNews(
    Guid Id, EmergencyState State, string GroupName, EmergencyGround Ground, string? Person, string? LetInBy, string? LetInWith, DateTimeOffset At, DateTimeOffset Until, DateOnly DueOn, IReadOnlyList<Guid> Dossiers, string Href);

/// <summary>What members have to know at once: who asks to be let in, who reads from outside now, what nobody has reviewed yet.</summary>
public sealed class GroupEmergencies(SealedDb db, GroupPeople people, CurrentReader current, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>What is not settled.</summary>
    public async Task<IReadOnlyList<EmergencyNews>> NewsAsync(IReadOnlyList<Compartment> groups, CancellationToken ct) =>
        groups.Count == 0 ? [] : [.. (await AllAsync(groups, ct)).Where(n => n.State != EmergencyState.Reviewed)];

    /// <summary>All of them, the newest first.</summary>
    public async Task<IReadOnlyList<EmergencyNews>> AllAsync(IReadOnlyList<Compartment> groups, CancellationToken ct)
    {
        var (ids, now) = (groups.Select(g => g.Id).ToList(), clock.GetUtcNow());
        var openings = await db.Openings.AsNoTracking().Where(o => ids.Contains(o.CompartmentId)).ToListAsync(ct);
        var since = now - EmergencyCall.Lasts;
        var me = current.Reader.Id;
        var calls = await db.Calls.AsNoTracking()
            .Where(c => c.AskedBy != me && c.WithdrawnAt == null && c.AskedAt > since && !db.Openings.Any(o => o.CallId == c.Id)).ToListAsync(ct);
        var persons = openings.SelectMany(o => new[] { o.PersonId, o.LetInBy, o.LetInWith ?? o.LetInBy }).Concat(calls.Select(c => c.AskedBy)).Distinct().ToList();
        var names = persons.Count == 0 ? [] : await people.NamesAsync(persons, ct);
        var called = groups.SelectMany(g => calls.Where(c => c.Country == g.Country && c.Names(g.Name)).Select(c => Of(c, g, names)));
        return [.. called.Concat(openings.Select(o => Of(o, groups.First(g => g.Id == o.CompartmentId), names, now))).OrderByDescending(n => n.At)];
    }

    private static string Address(Compartment group) => $"/{group.Country.ToLowerInvariant()}/sealed/{group.Id}/emergencies";

    private static EmergencyNews Of(EmergencyCall call, Compartment group, Dictionary<Guid, string> names) => new(
        call.Id, EmergencyState.Called, group.Name, call.Ground, names.GetValueOrDefault(call.AskedBy), null, null, call.AskedAt, call.AskedAt + EmergencyCall.Lasts,
        DateOnly.MaxValue, [], $"{Address(group)}/call/{call.Id}");

    private EmergencyNews Of(EmergencyOpening opening, Compartment group, Dictionary<Guid, string> names, DateTimeOffset now)
    {
        var isOpen = opening.IsOpen(now);
        var state = isOpen ? EmergencyState.Open
            : opening.Finding is not null ? EmergencyState.Reviewed
            : opening.IsOverdue(Today) ? EmergencyState.Overdue
            : EmergencyState.ToReview;
        return new(
            opening.Id, state, group.Name, opening.Ground, names.GetValueOrDefault(opening.PersonId), names.GetValueOrDefault(opening.LetInBy),
            opening.LetInWith is { } with ? names.GetValueOrDefault(with) : null, opening.LetInAt, opening.EndedAt ?? opening.UntilAt, opening.DueOn,
            isOpen ? opening.Dossiers : [], $"{Address(group)}/{opening.Id}");
    }
}
