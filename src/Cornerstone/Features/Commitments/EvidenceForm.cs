using System.ComponentModel.DataAnnotations;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cornerstone.Features.Commitments;

/// <summary>What a person shows as evidence: a document chosen or named by its symbol, or a note.</summary>
public sealed class EvidenceForm
{
    public Guid? Document { get; set; }

    [StringLength(120)]
    public string? Symbol { get; set; }

    [StringLength(2_000), DataType(DataType.MultilineText)]
    public string? Note { get; set; }

    /// <summary>Whether what was asked has been delivered with it, or it only supports the account.</summary>
    public bool IsDelivery { get; set; } = true;

    public DateOnly? DeliveredOn { get; set; }

    private bool NamesDocument => Document is not null || !string.IsNullOrWhiteSpace(Symbol);

    public void Check(ModelStateDictionary state, string prefix, bool isFound, DateOnly today, Text T)
    {
        if (NamesDocument && !isFound)
        {
            state.AddModelError($"{prefix}.{nameof(Symbol)}", T["The library holds no document of this symbol. Import it first, or write a note."]);
        }
        else if (!NamesDocument && string.IsNullOrWhiteSpace(Note))
        {
            state.AddModelError($"{prefix}.{nameof(Note)}", T["Name a document or write a note."]);
        }

        if (IsDelivery && DeliveredOn is null && !isFound)
        {
            state.AddModelError($"{prefix}.{nameof(DeliveredOn)}", T["Say on which day it was delivered."]);
        }

        if (DeliveredOn > today)
        {
            state.AddModelError($"{prefix}.{nameof(DeliveredOn)}", T["A delivery cannot lie in the future."]);
        }
    }

    public Evidence For(Obligation obligation, NamedDocument? document, DateTimeOffset now) => new()
    {
        ObligationId = obligation.Id,
        Country = obligation.Country,
        Classification = obligation.Classification,
        Compartment = obligation.Compartment,
        DocumentId = document?.Id,
        Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
        DeliveredOn = IsDelivery ? DeliveredOn ?? document?.Date : null,
        AddedAt = now,
    };
}
