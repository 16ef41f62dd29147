using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Rules;

/// <summary>Who is who: identifiers of the activity, of organisations and of other activities.</summary>
internal static class IdentifierChecks
{
    public static void Run(Element activity, Check check)
    {
        var reporter = activity.First(IatiName.ReportingOrg);
        Identifier(activity, reporter, check);
        check.Signs(StandardRules.ReporterSigns, reporter, IatiName.Ref);
        check.Spaces(StandardRules.ReporterSpaces, reporter, IatiName.Ref);
        foreach (var other in activity.All(IatiName.OtherIdentifier)) Other(other, check);
        foreach (var related in activity.All(IatiName.RelatedActivity)) check.Spaces(StandardRules.RelatedSpaces, related, IatiName.Ref);
        foreach (var organisation in activity.All(IatiName.ParticipatingOrg))
        {
            check.Named(StandardRules.ParticipantNameless, organisation);
            check.Signs(StandardRules.ParticipantSigns, organisation, IatiName.Ref);
            check.Spaces(StandardRules.ParticipantSpaces, organisation, IatiName.Ref);
            check.Spaces(StandardRules.ParticipantActivitySpaces, organisation, IatiName.ActivityId);
        }
    }

    /// <summary>Provider and receiver of a transaction or planned disbursement.</summary>
    public static void Parties(Element flow, Check check)
    {
        foreach (var provider in flow.All(IatiName.ProviderOrg))
        {
            check.Named(StandardRules.ProviderNameless, provider);
            check.Signs(StandardRules.ProviderSigns, provider, IatiName.Ref);
            check.Spaces(StandardRules.ProviderSpaces, provider, IatiName.Ref);
            check.Spaces(StandardRules.ProviderActivitySpaces, provider, IatiName.ProviderActivityId);
        }

        foreach (var receiver in flow.All(IatiName.ReceiverOrg))
        {
            check.Named(StandardRules.ReceiverNameless, receiver);
            check.Signs(StandardRules.ReceiverSigns, receiver, IatiName.Ref);
            check.Spaces(StandardRules.ReceiverSpaces, receiver, IatiName.Ref);
            check.Spaces(StandardRules.ReceiverActivitySpaces, receiver, IatiName.ReceiverActivityId);
        }
    }

    private static void Identifier(Element activity, Element reporter, Check check)
    {
        var identifier = activity.First(IatiName.IatiIdentifier);
        if (!identifier.Exists) return;
        var written = identifier.Inner;
        var own = Texts.Trim(written);
        if (own.Length != written.Length) check.Found(StandardRules.IdentifierSpaces, identifier);
        if (Check.HasForbiddenSign(own)) check.Found(StandardRules.IdentifierSigns, identifier);
        var reporting = Texts.Trim(reporter.Attribute(IatiName.Ref));
        if (own.Length == 0 || reporting.Length == 0) return;
        if (own.SequenceEqual(reporting)) check.Found(StandardRules.IdentifierIsReporter, identifier);
        if (!Follows(own, reporting) && !FollowsFormer(activity, own)) check.Found(StandardRules.IdentifierPrefix, identifier);
    }

    private static bool Follows(ReadOnlySpan<byte> own, ReadOnlySpan<byte> organisation) =>
        own.Length > organisation.Length && own.StartsWith(organisation) && own[organisation.Length] == '-';

    /// <summary>B1: the identifier the reporting organisation had before.</summary>
    private static bool FollowsFormer(Element activity, ReadOnlySpan<byte> own)
    {
        foreach (var other in activity.All(IatiName.OtherIdentifier))
        {
            if (!other.Attribute(IatiName.Type).SequenceEqual("B1"u8)) continue;
            var former = Texts.Trim(other.Attribute(IatiName.Ref));
            if (former.Length > 0 && Follows(own, former)) return true;
        }

        return false;
    }

    private static void Other(Element other, Check check)
    {
        var type = other.Attribute(IatiName.Type);
        if (type.SequenceEqual("B1"u8)) check.Spaces(StandardRules.FormerReporterSpaces, other, IatiName.Ref);
        if (type.SequenceEqual("A3"u8)) check.Spaces(StandardRules.FormerIdentifierSpaces, other, IatiName.Ref);
        foreach (var owner in other.All(IatiName.OwnerOrg))
        {
            check.Named(StandardRules.OwnerNameless, owner);
            check.Spaces(StandardRules.OwnerSpaces, owner, IatiName.Ref);
            check.Signs(StandardRules.OwnerSigns, owner, IatiName.Ref);
        }
    }
}
