using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Rules;

/// <summary>What for and where: sectors, countries and regions, on the activity or on its transactions, and their percentages.</summary>
internal static class ShareChecks
{
    public static void Run(Element activity, Check check, ShareGroups groups)
    {
        Sectors(activity, check, groups);
        Places(activity, check, groups);
        foreach (var items in activity.All(IatiName.CountryBudgetItems)) BudgetItems(items, check);
        foreach (var marker in activity.All(IatiName.PolicyMarker)) Marker(marker, check);
        foreach (var spend in activity.All(IatiName.CapitalSpend)) check.Range(StandardRules.ShareRange, spend);
        AidTypes(activity, IatiName.DefaultAidType, StandardRules.AidTypeTwice, check, groups);
    }

    /// <summary>What stands on transactions and not on the activity, or on both.</summary>
    public static void Transactions(Element activity, in TransactionTally tally, Check check)
    {
        var hasSector = activity.Has(IatiName.Sector);
        if (!hasSector && tally.WithSector == 0) check.Found(StandardRules.NoSector, activity);
        if (!hasSector && tally.WithSector < tally.Count) check.Found(StandardRules.SectorOfSome, activity);
        if (hasSector && tally.WithSector > 0) check.Found(StandardRules.SectorOnBoth, activity);
        var hasPlace = activity.Has(IatiName.RecipientCountry) || activity.Has(IatiName.RecipientRegion);
        if (hasPlace && tally.WithPlace > 0) check.Found(StandardRules.PlaceOnBoth, activity);
        if (!hasPlace && tally.WithPlace == 0) check.Found(StandardRules.NoPlace, activity);
        if (!hasPlace && tally.WithPlace < tally.Count) check.Found(StandardRules.PlaceOfSome, activity);
        if (tally.HasAidType && !tally.HasDacAidType) check.Found(StandardRules.NoDacTransactionAidType, activity);
        if (activity.First(IatiName.DefaultAidType).Exists && !HasDac(activity, IatiName.DefaultAidType)) check.Found(StandardRules.NoDacAidType, activity);
    }

    public static bool HasDac(Element parent, IatiName name)
    {
        foreach (var element in parent.All(name))
        {
            if (ShareGroups.IsDac(element)) return true;
        }

        return false;
    }

    public static void AidTypes(Element parent, IatiName name, Rule twice, Check check, ShareGroups groups)
    {
        foreach (ref readonly var group in groups.Of(parent, name))
        {
            if (group.Count > 1) check.Found(twice, group.First);
        }
    }

    private static void Sectors(Element activity, Check check, ShareGroups groups)
    {
        var (count, hasDac) = (0, false);
        foreach (ref readonly var group in groups.Of(activity, IatiName.Sector))
        {
            count += group.Count;
            var isDac = ShareGroups.IsDac(group.First);
            hasDac |= isDac;
            if (group.Count > 1 && group.WithShare < group.Count) check.Found(StandardRules.SectorShareMissing, group.First);
            // Of DAC sectors without any percentage the ruleset says only that they lack them.
            if ((isDac ? group.WithShare > 1 : group.Count > 1) && group.Sum != 100) check.Found(StandardRules.SectorSum, group);
            if (group.Count == 1 && group.WithShare == 1 && group.Sum != 100) check.Found(StandardRules.SectorAlone, group.First, IatiName.Percentage);
        }

        if (count > 0 && !hasDac) check.Found(StandardRules.NoDacSector, activity);
        OwnSectors(activity, check);
    }

    /// <summary>The ruleset counts: as many narratives in all as there are sectors of the reporter's own.</summary>
    private static void OwnSectors(Element activity, Check check)
    {
        var (own, narratives, nameless) = (0, 0, -1);
        foreach (var sector in activity.All(IatiName.Sector))
        {
            check.Range(StandardRules.SectorRange, sector);
            var vocabulary = ShareGroups.Vocabulary(sector);
            if (!vocabulary.SequenceEqual("98"u8) && !vocabulary.SequenceEqual("99"u8)) continue;
            var names = check.HasNarratives ? sector.CountOf(IatiName.Narrative) : check.HasText(sector) ? 1 : 0;
            (own, narratives) = (own + 1, narratives + names);
            if (names == 0 && nameless < 0) nameless = sector.Index;
        }

        if (narratives < own) check.Found(StandardRules.OwnSectorNameless, new Element(activity.Tree, nameless));
    }

    private static void Places(Element activity, Check check, ShareGroups groups)
    {
        var countries = new ShareGroup { First = activity.First(IatiName.RecipientCountry) };
        foreach (var country in activity.All(IatiName.RecipientCountry))
        {
            countries.Add(country);
            check.Range(StandardRules.PlaceRange, country);
        }

        foreach (var region in activity.All(IatiName.RecipientRegion)) check.Range(StandardRules.PlaceRange, region);
        var regions = groups.Of(activity, IatiName.RecipientRegion);
        if (regions.Length == 0) Countries(countries, check);
        foreach (ref readonly var group in regions) Regions(group, countries, check);
    }

    private static void Countries(in ShareGroup countries, Check check)
    {
        if (countries.Count > 1 && countries.WithShare < countries.Count) check.Found(StandardRules.CountryShareMissing, countries.First);
        if (countries.Count > 1 && countries.Sum != 100) check.Found(StandardRules.CountrySum, countries);
        if (countries is { Count: 1, WithShare: 1 } && countries.Sum != 100) check.Found(StandardRules.CountryAlone, countries.First, IatiName.Percentage);
    }

    private static void Regions(in ShareGroup regions, in ShareGroup countries, Check check)
    {
        if (regions.Count > 1 && regions.WithShare < regions.Count) check.Found(StandardRules.RegionShareMissing, regions.First);
        if (regions is { Count: 1, WithShare: 1 } && countries.Count == 0 && regions.Sum != 100) check.Found(StandardRules.RegionAlone, regions.First, IatiName.Percentage);
        var both = regions with { Sum = regions.Sum + countries.Sum };
        if (regions.Count + countries.Count > 1 && both.Sum != 100) check.Found(StandardRules.PlaceSum, both);
    }

    private static void BudgetItems(Element items, Check check)
    {
        var group = new ShareGroup();
        foreach (var item in items.All(IatiName.BudgetItem))
        {
            if (group.Count == 0) group.First = item;
            group.Add(item);
            check.Range(StandardRules.ShareRange, item);
        }

        if (group.Count > 1 && group.WithShare == 0) check.Found(StandardRules.BudgetItemShareMissing, group.First);
        if (group.Count > 1 && group.Sum != 100) check.Found(StandardRules.BudgetItemSum, group);
        if (group is { Count: 1, WithShare: 1 } && group.Sum != 100) check.Found(StandardRules.BudgetItemAlone, group.First, IatiName.Percentage);
    }

    private static void Marker(Element marker, Check check)
    {
        if (ShareGroups.IsDac(marker) && !Check.Says(marker, IatiName.Significance)) check.Found(StandardRules.MarkerWithoutSignificance, marker);
        if (ShareGroups.Vocabulary(marker).SequenceEqual("99"u8) && !marker.Has(IatiName.Narrative) && !check.HasText(marker)) check.Found(StandardRules.OwnMarkerNameless, marker);
    }
}

/// <summary>What the transactions of one activity say about sectors, places and aid types.</summary>
internal struct TransactionTally
{
    public int Count;
    public int WithSector;
    public int WithPlace;
    public bool HasAidType;
    public bool HasDacAidType;

    public void Add(Element transaction)
    {
        Count++;
        if (transaction.Has(IatiName.Sector)) WithSector++;
        if (transaction.Has(IatiName.RecipientCountry) || transaction.Has(IatiName.RecipientRegion)) WithPlace++;
        if (!transaction.Has(IatiName.AidType)) return;
        HasAidType = true;
        HasDacAidType |= ShareChecks.HasDac(transaction, IatiName.AidType);
    }
}
