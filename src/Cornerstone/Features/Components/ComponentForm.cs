using System.ComponentModel.DataAnnotations;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Ui.Wordings;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.Components;

/// <summary>What a person may say about a component of the country.</summary>
public sealed class ComponentForm
{
    public WordingForm Names { get; set; } = new();

    [Display(Name = "Falls under"), Required]
    public Component? Parent { get; set; }

    public static IEnumerable<SelectListItem> Parents(Text T) => Enum.GetValues<Component>().Select(c => new SelectListItem($"{c} – {T.Of(c)}", c.ToString()));

    public void Check(ModelStateDictionary state, string prefix, Text T) => Names.Check(state, $"{prefix}.{nameof(Names)}", T);

    /// <summary>Call after <see cref="Check"/> said yes.</summary>
    public void CopyTo(NationalComponent component) => (component.Names, component.Parent) = (Names.ToWording()!, Parent);
}
