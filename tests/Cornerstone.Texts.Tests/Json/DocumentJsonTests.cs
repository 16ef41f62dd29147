using System.Text.Json;

namespace Cornerstone.Texts.Tests.Json;

public sealed class DocumentJsonTests
{
    [Fact]
    public void Fields_of_a_document_stand_in_the_promised_order_and_none_is_missing()
    {
        using var json = JsonDocument.Parse(DocumentJson.Write(new UnDocument()));

        Assert.Equal(
            ["symbol", "aliases", "kind", "title", "date", "language", "sponsors", "vote", "parts", "provisions", "findings", "metadata"],
            json.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("symbol").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("vote").ValueKind);
        Assert.Equal("Other", json.RootElement.GetProperty("kind").GetString());
    }

    [Fact]
    public void Fields_of_a_provision_stand_in_the_promised_order_and_none_is_missing()
    {
        var provision = Written(new Provision { Id = "pp/1", Kind = ProvisionKind.PP, Text = "Recalling," });

        Assert.Equal(
            ["id", "kind", "number", "parent", "leadVerbs", "strength", "text", "references",
                "addressees", "conditions", "due", "themes", "housekeeping", "footnotes", "offset"],
            provision.EnumerateObject().Select(property => property.Name));
        Assert.Equal(JsonValueKind.Null, provision.GetProperty("strength").ValueKind);
        Assert.Equal(JsonValueKind.Null, provision.GetProperty("due").ValueKind);
    }

    [Fact]
    public void A_reference_and_a_due_date_say_how_sure_they_are()
    {
        var provision = Written(new Provision
        {
            Id = "op/25",
            Kind = ProvisionKind.OP,
            Number = "25",
            Text = "Requests a report no later than September 2021 on resolution 2151 (2014);",
            Strength = 4,
            Due = new DueDate(new DateOnly(2021, 9, 30), DatePrecision.Month, "September 2021"),
            References = [new Reference("2151 (2014)", "S/RES/2151 (2014)", ReferenceStatus.Resolved, 61)],
        });

        Assert.Equal("2021-09-30", provision.GetProperty("due").GetProperty("date").GetString());
        Assert.Equal("Month", provision.GetProperty("due").GetProperty("precision").GetString());
        Assert.Equal("Resolved", provision.GetProperty("references")[0].GetProperty("status").GetString());
        Assert.Equal(4, provision.GetProperty("strength").GetInt32());
    }

    [Fact]
    public void Several_documents_give_an_array_and_parts_nest()
    {
        var letter = new UnDocument { Kind = DocumentKind.Letter, Parts = [new UnDocument { Symbol = "S/RES/2553 (2020)" }] };

        using var json = JsonDocument.Parse(DocumentJson.Write([letter, new UnDocument()]));

        Assert.Equal(2, json.RootElement.GetArrayLength());
        Assert.Equal("S/RES/2553 (2020)", json.RootElement[0].GetProperty("parts")[0].GetProperty("symbol").GetString());
    }

    [Fact]
    public void Letters_of_other_scripts_stay_readable_and_tags_stay_harmless()
    {
        var json = DocumentJson.Write(new UnDocument { Title = "قرار é </script>" });

        Assert.Contains("قرار é ", json, StringComparison.Ordinal);
        Assert.DoesNotContain("</script>", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_counts_its_relations_and_lists_its_links()
    {
        var before = new UnDocument { Provisions = [new Provision { Id = "op/1", Kind = ProvisionKind.OP, Text = "Encourages reform;" }] };

        using var json = JsonDocument.Parse(DocumentJson.Write(DocumentComparison.Compare(before, new UnDocument())));

        Assert.Equal(1, json.RootElement.GetProperty("counts").GetProperty("dropped").GetInt32());
        Assert.Equal("op/1", json.RootElement.GetProperty("links")[0].GetProperty("left")[0].GetString());
        Assert.Equal("Removed", json.RootElement.GetProperty("links")[0].GetProperty("words")[0].GetProperty("change").GetString());
    }

    private static JsonElement Written(Provision provision)
    {
        using var json = JsonDocument.Parse(DocumentJson.Write(new UnDocument { Provisions = [provision] }));
        return json.RootElement.GetProperty("provisions")[0].Clone();
    }
}
