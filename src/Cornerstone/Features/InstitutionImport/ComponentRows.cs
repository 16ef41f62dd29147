using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.InstitutionImport;

/// <summary>The sheet of the components a country adds to the closed list.</summary>
internal static class ComponentRows
{
    public static IReadOnlyList<WorkbookColumn> Columns(Text T) =>
    [
        new("code", Text.Later("Code")) { IsKey = true, Register = new("national_component"), Note = Text.Later("Two to eight capital letters, for ever") },
        .. WorkbookColumn.Wording("name", Text.Later("Name"), isRequired: true),
        new("parent", Text.Later("Falls under"), ColumnKind.Choice) { IsRequired = true, Choices = [.. Enum.GetValues<Component>().Select(c => new WorkbookChoice(c.ToString(), T.Of(c)))] },
    ];

    public static WorkbookRow Row(NationalComponent c) => WorkbookRow.Of("components", [("code", c.Code), .. WorkbookRow.Wording("name", c.Names), ("parent", c.Parent)]);

    public static RowVerdict Check(WorkbookRow row, InstitutionBook book, Text T)
    {
        var code = row.Text("code")!;
        if (NationalComponent.MayBeCode(code) is { } refusal)
        {
            return row.Refuse(row.Finding("code", refusal.Code, T[refusal]));
        }

        if (row.WordingOf("name") is null)
        {
            return row.Refuse(row.Finding("name.original", "institutions.component-name", T["Write it in the original language at least."]));
        }

        book.AnnounceComponent(code);
        return row.Against(book.Component(code) is { } current ? Row(current) : null);
    }

    public static void Apply(WorkbookRow row, InstitutionBook book, WorkbookRun run)
    {
        var (names, parent) = (row.WordingOf("name")!, Enum.Parse<Component>(row.Text("parent")!));
        if (book.Component(row.Text("code")!) is { } component)
        {
            book.Edit(component);
            (component.Names, component.Parent, component.Version) = (names, parent, component.Version + 1);
        }
        else
        {
            book.Add(new NationalComponent { Country = run.Country, Code = row.Text("code")!, Names = names, Parent = parent });
        }
    }
}
