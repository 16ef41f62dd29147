namespace Cornerstone.Iati.Writing;

/// <summary>Results with their indicators. The schema orders the parts of a baseline and of a target differently.</summary>
internal static class ResultWriting
{
    public static void Write(Pen pen, Result result)
    {
        pen.Begin("result");
        pen.Attribute("type", result.Type);
        pen.Attribute("aggregation-status", result.IsAggregable);
        pen.Texts("title", result.Title);
        pen.Texts("description", result.Description);
        foreach (var document in result.Documents) ActivityWriting.Document(pen, document);
        foreach (var reference in result.References) Reference(pen, reference, "vocabulary-uri");
        foreach (var indicator in result.Indicators) Indicator(pen, indicator);
        pen.End();
    }

    private static void Reference(Pen pen, ResultReference reference, string uri) => pen.Element("reference", ("code", reference.Code), ("vocabulary", reference.Vocabulary), (uri, reference.Uri));

    private static void Indicator(Pen pen, ResultIndicator indicator)
    {
        pen.Begin("indicator");
        pen.Attribute("measure", indicator.Measure);
        pen.Attribute("ascending", indicator.IsAscending);
        pen.Attribute("aggregation-status", indicator.IsAggregable);
        pen.Texts("title", indicator.Title);
        pen.Texts("description", indicator.Description);
        foreach (var document in indicator.Documents) ActivityWriting.Document(pen, document);
        foreach (var reference in indicator.References) Reference(pen, reference, "indicator-uri");
        foreach (var baseline in indicator.Baselines) Baseline(pen, baseline);
        foreach (var period in indicator.Periods) Period(pen, period);
        pen.End();
    }

    private static void Baseline(Pen pen, ResultBaseline baseline)
    {
        pen.Begin("baseline");
        pen.Attribute("iso-date", baseline.Day);
        pen.Attribute("year", baseline.Year);
        pen.Attribute("value", baseline.Value.Value);
        Breakdown(pen, baseline.Value);
        foreach (var document in baseline.Value.Documents) ActivityWriting.Document(pen, document);
        pen.Texts("comment", baseline.Value.Comment);
        pen.End();
    }

    private static void Period(Pen pen, ResultPeriod period)
    {
        pen.Begin("period");
        pen.Day("period-start", period.Start);
        pen.Day("period-end", period.End);
        foreach (var target in period.Targets) Value(pen, "target", target);
        foreach (var actual in period.Actuals) Value(pen, "actual", actual);
        pen.End();
    }

    private static void Value(Pen pen, string name, ResultValue value)
    {
        pen.Begin(name);
        pen.Attribute("value", value.Value);
        Breakdown(pen, value);
        pen.Texts("comment", value.Comment);
        foreach (var document in value.Documents) ActivityWriting.Document(pen, document);
        pen.End();
    }

    private static void Breakdown(Pen pen, ResultValue value)
    {
        foreach (var location in value.Locations) pen.Element("location", ("ref", location));
        foreach (var dimension in value.Dimensions) pen.Element("dimension", ("name", dimension.Name), ("value", dimension.Value));
    }
}
