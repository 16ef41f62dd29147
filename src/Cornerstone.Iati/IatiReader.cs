using System.Globalization;
using System.Text;
using Cornerstone.Iati.Bytes;
using Cornerstone.Iati.Reading;
using Cornerstone.Iati.Rules;
using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati;

/// <summary>
/// Reads activity and organisation files of IATI 1.01 to 2.03, one record at a time, from a stream of any length. It opens no other file and no
/// network. A record that is broken becomes a finding and the next one is read; a file that declares a document type is refused.
/// </summary>
public sealed class IatiReader
{
    private readonly IatiOptions options;
    private readonly ByteWindow window;
    private readonly ExtentFinder finder;
    private readonly ElementTree tree = new();
    private readonly TreeParser parser;
    private readonly Texts texts = new();
    private readonly FindingLog log;
    private readonly Picker picker;
    private readonly Check check;
    private readonly ShareGroups groups = new();
    private readonly IdentifierSet identifiers = new();
    private readonly List<Finding> fileFindings = [];
    private bool isRootRead;

    /// <exception cref="UnreadableIatiException">The encoding is one that is refused.</exception>
    public IatiReader(Stream stream, IatiOptions options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);

        this.options = options;
        window = new(SourceEncoding.Open(stream, out var encoding));
        finder = new(window, options.LongestRecord);
        parser = new(tree);
        log = new(options.FindingsOfARule);
        picker = new(log, texts);
        check = new(log, options.Now);
        if (encoding.IsContradicted || encoding.IsUnknown) log.AddToFile(ReadingRules.WrongEncoding, "/", 1, encoding.Declared);
        if (encoding.IsLate) log.AddToFile(ReadingRules.LateDeclaration, "/", 1);
    }

    /// <summary>The version the file says it has; known once the first record is there.</summary>
    public string? Version { get; private set; }

    /// <summary>Different identifiers of activities so far.</summary>
    public int DistinctIdentifiers => identifiers.Count;

    /// <summary>Bytes of UTF-8 read so far.</summary>
    public long BytesRead => window.BytesRead;

    /// <summary>What was found about the file as a whole; complete at its end.</summary>
    public IReadOnlyList<Finding> FileFindings => fileFindings;

    /// <summary>How often each rule was broken, in all records together.</summary>
    public IEnumerable<RuleCount> RuleCounts => log.Counts;

    /// <summary>The records, in the order of the file. The reader goes through its stream once.</summary>
    /// <exception cref="UnreadableIatiException">The file declares a document type, or is not of IATI.</exception>
    public IEnumerable<IatiRecord> Read()
    {
        while (finder.Next() is { } extent)
        {
            if (!isRootRead) ReadRoot();
            log.Begin(extent.Line);
            var record = extent.Fault == ExtentFault.None ? Sound(extent) : Faulty(extent);
            var length = Math.Min(extent.Length, window.Kept.Length);
            if (options.KeepBytes && !record.IsBroken) record = record with { Bytes = window.Keep(length).ToArray() };
            window.Skip(length);
            yield return record;
        }

        if (!isRootRead) ReadRoot();
        if (!finder.IsClosed && !IsSingleRecord) log.AddToFile(ReadingRules.CutOff, "/", window.Line);
        fileFindings.AddRange(log.Take());
    }

    private bool IsSingleRecord { get; set; }

    private IatiRecord Sound(Extent extent)
    {
        if (parser.Parse(window.Keep(extent.Length)) is { } fault)
        {
            var inside = fault.Inside >= 0 ? log.PathOf(new Element(tree, fault.Inside)) : NameOf(extent.Kind);
            log.AddToFile(ReadingRules.Broken, inside, log.LineOf(tree, fault.At), fault.Reason);
            return new(extent.Kind, log.RecordNumber, log.FirstLine, null, null, log.Take());
        }

        texts.MetBareAmpersand = texts.MetOtherBytes = false;
        var root = tree.Root;
        return extent.Kind == RecordKind.Activity ? ReadActivity(root) : ReadOrganisation(root);
    }

    private IatiRecord ReadActivity(Element root)
    {
        log.Activity = picker.Text(root.First(IatiName.IatiIdentifier));
        if (log.Activity is null) log.Add(ReadingRules.NoIdentifier, root);
        else if (!identifiers.Add(log.Activity)) log.Add(ReadingRules.Repeated, root.First(IatiName.IatiIdentifier), fact: log.Activity);
        var activity = ActivityReading.Read(picker, root);
        if (check.HasNarratives) SchemaChecks.Run(root, SchemaGrammar.Of203.Activity, check);
        ActivityChecks.Run(root, check, groups);
        NoteTexts(root);
        return new(RecordKind.Activity, log.RecordNumber, log.FirstLine, activity, null, log.Take());
    }

    private IatiRecord ReadOrganisation(Element root)
    {
        var organisation = OrganisationReading.Read(picker, root);
        log.Activity = organisation.Identifier;
        if (organisation.Identifier is null) log.Add(ReadingRules.NoIdentifier, root);
        if (check.HasNarratives) SchemaChecks.Run(root, SchemaGrammar.Of203.Organisation, check);
        OrganisationChecks.Run(root, check);
        NoteTexts(root);
        return new(RecordKind.Organisation, log.RecordNumber, log.FirstLine, null, organisation, log.Take());
    }

    private void NoteTexts(Element root)
    {
        if (texts.MetBareAmpersand) log.Add(ReadingRules.BareAmpersand, root);
        if (texts.MetOtherBytes) log.Add(ReadingRules.OtherBytes, root);
    }

    private IatiRecord Faulty(Extent extent)
    {
        var rule = extent.Fault switch
        {
            ExtentFault.TooLong => ReadingRules.TooLong,
            ExtentFault.NotClosed => ReadingRules.NotClosed,
            _ => ReadingRules.Broken,
        };
        var fact = extent.Fault switch
        {
            ExtentFault.TooLong => (options.LongestRecord / 1_000_000).ToString(CultureInfo.InvariantCulture),
            ExtentFault.CutOff => "the file ends inside it",
            _ => null,
        };
        log.AddToFile(rule, NameOf(extent.Kind), log.FirstLine, fact);
        return new(extent.Kind, log.RecordNumber, log.FirstLine, null, null, log.Take());
    }

    private string NameOf(RecordKind kind) => $"{(kind == RecordKind.Activity ? "iati-activity" : "iati-organisation")}[{log.RecordNumber}]";

    private void ReadRoot()
    {
        isRootRead = true;
        if (finder.RootTag is not { } tag) throw new UnreadableIatiException("X9", "The file holds no element: it is no IATI file.", 1);
        // The list of the file is a record whose end is not there yet: only its tag is read.
        parser.Parse(tag);
        var root = tree.Root;
        IsSingleRecord = root.Name is IatiName.IatiActivity or IatiName.IatiOrganisation;
        if (!finder.HasRecord && root.Name is not (IatiName.IatiActivities or IatiName.IatiOrganisations or IatiName.IatiActivity or IatiName.IatiOrganisation))
        {
            throw new UnreadableIatiException("X9", $"The file begins with \"{Encoding.UTF8.GetString(tag.AsSpan(0, Math.Min(tag.Length, 60)))}\": it is no IATI file.", window.Line);
        }

        Version = texts.Attribute(root.Attribute(IatiName.Version));
        // A file without a version is read both ways: by its narratives where it has them, else by its texts.
        picker.HasNarratives = check.HasNarratives = Version?.StartsWith('2') ?? false;
        if (root.Name is IatiName.IatiActivities or IatiName.IatiOrganisations) CheckRoot(root);
        fileFindings.AddRange(log.Take());
    }

    private void CheckRoot(Element root)
    {
        var path = "/" + IatiNames.TextOf(root.Name);
        if (Version is null) log.AddToFile(ReadingRules.AttributeMissing, path, finder.RootLine, "version");
        if (root.TryAttribute(IatiName.GeneratedDatetime, out var value) && !Numbers.IsMoment(value)) log.AddToFile(ReadingRules.NotAMoment, path + "/@generated-datetime", finder.RootLine, Picker.Shown(value));
    }
}
