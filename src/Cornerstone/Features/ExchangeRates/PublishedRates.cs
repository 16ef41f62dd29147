using Cornerstone.Values;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>What a published file says about itself: a source to be, which a person may still correct.</summary>
public sealed record PublishedSource(string Code, string Name, string Publisher, string? Address, RateMethod Method, Currency Base, string? Note = null);

/// <param name="Line">Where it stands in the file.</param>
public sealed record PublishedRate(Currency Currency, Period Period, decimal Units, int Line);

/// <summary>A file of rates as somebody published it: its rates, and each line that is none with the reason.</summary>
public sealed record PublishedRates(string Layout, PublishedSource Source, IReadOnlyList<PublishedRate> Rates, IReadOnlyList<WorkbookFinding> LeftOut);
