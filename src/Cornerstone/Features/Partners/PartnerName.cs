using System.Globalization;
using System.Text;
using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Partners;

public enum PartnerNameKind
{
    /// <summary>Of a register: "XM-DAC-41114".</summary>
    Identifier,

    /// <summary>As some source writes its name.</summary>
    Alias,
}

/// <summary>One way an organisation is named in files and by people.</summary>
public sealed class PartnerName : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PartnerId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    public required PartnerNameKind Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>As it is compared: <see cref="SoughtOf"/>.</summary>
    public required string Sought { get; init; }

    /// <summary>Capitals, and how much space stands between words, tell no organisations apart.</summary>
    public static string SoughtOf(string text)
    {
        var sought = new StringBuilder(text.Length);
        foreach (var sign in text.Trim().Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(sign))
            {
                sought.Append(char.ToLower(sign, CultureInfo.InvariantCulture));
            }
            else if (sought.Length > 0 && sought[^1] != ' ')
            {
                sought.Append(' ');
            }
        }

        return sought.ToString();
    }
}
