using System.ComponentModel.DataAnnotations;
using Cornerstone.Features.Delineation;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cornerstone.Features.DelineationEditing;

/// <summary>What a person may say about a role.</summary>
public sealed class RoleForm
{
    [Display(Name = "Institution"), Required]
    public Guid? InstitutionId { get; set; }

    [Display(Name = "Role")]
    public RoleInFunction Role { get; set; }

    [Display(Name = "Standing")]
    public Standing Standing { get; set; }

    [Display(Name = "Territory")]
    public string? Territory { get; set; }

    [Display(Name = "Legal basis"), StringLength(400)]
    public string? LegalBasis { get; set; }

    [Display(Name = "Law in the tracker")]
    public Guid? LawId { get; set; }

    [Display(Name = "De facto: it is done without a legal basis")]
    public bool DeFacto { get; set; }

    [Display(Name = "Conditions"), StringLength(1_000), DataType(DataType.MultilineText)]
    public string? Conditions { get; set; }

    [Display(Name = "How it works with others who do the same"), StringLength(1_000), DataType(DataType.MultilineText)]
    public string? CoordinationRule { get; set; }

    [Display(Name = "Holds from"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "Holds until")]
    public DateOnly? Until { get; set; }

    public static RoleForm Of(RoleAssignment role) => new()
    {
        InstitutionId = role.InstitutionId,
        Role = role.Role,
        Standing = role.Standing,
        Territory = role.Territory,
        LegalBasis = role.LegalBasis,
        LawId = role.LawId,
        DeFacto = role.DeFacto,
        Conditions = role.Conditions,
        CoordinationRule = role.CoordinationRule,
        From = role.ValidFrom,
        Until = role.ValidUntil,
    };

    public void CopyTo(RoleAssignment role)
    {
        role.Role = Role;
        role.Standing = Standing;
        role.Territory = Blank(Territory);
        role.LegalBasis = Blank(LegalBasis);
        role.LawId = LawId;
        role.DeFacto = DeFacto;
        role.Conditions = Blank(Conditions);
        role.CoordinationRule = Blank(CoordinationRule);
        role.ValidFrom = From!.Value;
        role.ValidUntil = Until;
    }

    public void Check(ModelStateDictionary state, RoleChoices choices, Text T)
    {
        if (InstitutionId is { } institution && choices.Institutions.All(i => i.Id != institution))
        {
            state.AddModelError("Form.InstitutionId", T["Choose an institution of the list."]);
        }

        if (Blank(Territory) is { } place && choices.Regions.All(r => r.Code != place))
        {
            state.AddModelError("Form.Territory", T["Choose a region of the list."]);
        }

        if (LawId is { } law && choices.Laws.All(l => l.Id != law))
        {
            state.AddModelError("Form.LawId", T["Choose a law of the list."]);
        }

        if (Until < From)
        {
            state.AddModelError("Form.Until", T["It cannot end before it begins."]);
        }
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
