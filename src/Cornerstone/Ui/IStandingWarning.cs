using Cornerstone.Access;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Html;

namespace Cornerstone.Ui;

/// <summary>What somebody must know on whichever page they are, for as long as it lasts. Nothing is read for it while a page is made.</summary>
public interface IStandingWarning
{
    /// <summary>Null when there is nothing to say to this reader.</summary>
    IHtmlContent? SaidTo(CurrentReader reader, Text T);
}
