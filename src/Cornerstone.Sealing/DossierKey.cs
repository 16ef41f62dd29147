using System.Text;
using System.Text.Json.Serialization;
using Cornerstone.Sealing.Forms;
using Cornerstone.Sealing.Keys;

namespace Cornerstone.Sealing;

/// <summary>The key of one dossier, unlocked: seals and opens its fields and attachments. Held for one piece of work and then ended.</summary>
[JsonConverter(typeof(NeverWritten))]
public sealed class DossierKey : IDisposable
{
    /// <summary>What is larger is an attachment.</summary>
    public const int LongestField = 1 << 20;

    private readonly SecretKey root;
    private readonly SecretKey fields;

    internal DossierKey(Guid dossier, int generation, SecretKey root)
    {
        Dossier = dossier;
        Generation = generation;
        this.root = root;
        fields = root.Derive("cornerstone fields");
    }

    internal delegate byte[] WrapWith(ReadOnlySpan<byte> key, Context context);

    internal delegate void OpenWith(ReadOnlySpan<byte> wrap, Span<byte> key, Context context);

    public Guid Dossier { get; }

    public int Generation { get; }

    /// <summary>Told when it ends, so that a key ring forgets it.</summary>
    internal Action<DossierKey>? Ended { get; set; }

    public SealedField Seal(SealedPlace place, ReadOnlySpan<char> text)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, LongestField, nameof(text));
        using var plain = new Scratch(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, plain.Bytes);
        return Seal(place, plain.Bytes);
    }

    public SealedField Seal(SealedPlace place, ReadOnlySpan<byte> value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, LongestField, nameof(value));
        using var padded = new Scratch(LengthPadding.PaddedLength(value.Length));
        LengthPadding.Pad(value, padded.Bytes);
        return new SealedField(Envelope.Seal(fields, Generation, padded.Bytes, ContextOf(stackalloc byte[Context.Capacity], place)));
    }

    public string OpenText(SealedPlace place, SealedField field) => Read(place, field, static bytes => Encoding.UTF8.GetString(bytes));

    public byte[] OpenBytes(SealedPlace place, SealedField field) => Read(place, field, static bytes => bytes.ToArray());

    /// <summary>Lends the opened bytes to one call and zeroes them after it.</summary>
    public TResult Read<TResult>(SealedPlace place, SealedField field, Func<ReadOnlySpan<byte>, TResult> read)
    {
        if (field.Generation != Generation) throw new SealBrokenException();

        using var padded = new Scratch(Envelope.LengthOf(field.Bytes));
        Envelope.Open(fields, field.Bytes, padded.Bytes, ContextOf(stackalloc byte[Context.Capacity], place));
        return read(LengthPadding.Unpad(padded.Bytes));
    }

    /// <summary>Lends this key to a person whose public key somebody has compared with its owner, for one opening in an emergency.</summary>
    public DossierLoan LendTo(KeyHolder person, Guid opening, Guid compartment)
    {
        var loan = new DossierLoan(opening, compartment, Dossier, Generation, person.Id, default);
        return loan with { Box = root.Lend(key => Box.Seal(person.Key, Generation, key, LoanContext(stackalloc byte[Context.Capacity], loan))) };
    }

    public void Dispose()
    {
        root.Dispose();
        fields.Dispose();
        Ended?.Invoke(this);
    }

    public override string ToString() => $"key {Generation} of dossier {Dossier}";

    internal static DossierKey Create(Guid dossier, int generation) => new(dossier, generation, SecretKey.Random());

    /// <summary>A key of one attachment's own, by its salt.</summary>
    internal SecretKey ForAttachment(ReadOnlySpan<byte> salt) => root.Derive("cornerstone attachment", salt);

    internal DossierWrap Wrap(Guid compartment, int version, WrapWith wrap) =>
        new(compartment, Dossier, Generation, version, root.Lend(key => wrap(key, WrapContext(stackalloc byte[Context.Capacity], compartment, Dossier, Generation))));

    internal static DossierKey Open(DossierWrap wrap, Guid compartment, int version, OpenWith open, Func<ReadOnlySpan<byte>, int> numberOf)
    {
        if (wrap.Compartment != compartment || wrap.Version != version || numberOf(wrap.Bytes.Span) != version) throw new SealBrokenException();

        using var plain = new Scratch(SecretKey.Length);
        open(wrap.Bytes.Span, plain.Bytes, WrapContext(stackalloc byte[Context.Capacity], compartment, wrap.Dossier, wrap.Generation));
        return new DossierKey(wrap.Dossier, wrap.Generation, SecretKey.Of(plain.Bytes));
    }

    internal static DossierKey Open(DossierLoan loan, PersonKey person)
    {
        if (loan.Person != person.Person || Box.NumberOf(loan.Box.Span) != loan.Generation) throw new SealBrokenException();

        using var plain = new Scratch(SecretKey.Length);
        Box.Open(person.Secret, loan.Box.Span, plain.Bytes, LoanContext(stackalloc byte[Context.Capacity], loan));
        return new DossierKey(loan.Dossier, loan.Generation, SecretKey.Of(plain.Bytes));
    }

    private static Context ContextOf(Span<byte> buffer, SealedPlace place)
    {
        var context = new Context(buffer, "field");
        place.WriteTo(ref context);
        return context;
    }

    private static Context WrapContext(Span<byte> buffer, Guid compartment, Guid dossier, int generation)
    {
        var context = new Context(buffer, "dossier key");
        context.Id(compartment);
        context.Id(dossier);
        context.Number(generation);
        return context;
    }

    private static Context LoanContext(Span<byte> buffer, DossierLoan loan)
    {
        var context = new Context(buffer, "dossier loan");
        context.Id(loan.Opening);
        context.Id(loan.Compartment);
        context.Id(loan.Dossier);
        context.Number(loan.Generation);
        context.Id(loan.Person);
        return context;
    }
}
