using System.Text;
using Cornerstone.Features.SupportSheets;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.SupportSheets;

/// <summary>Tables whose columns are known: of the OECD (CRS, older and newer files) and of the TOSSD. The amounts are invented.</summary>
public sealed class TableLayoutTests
{
    // As the yearly files of activities have them.
    private const string Tossd = """
        Year,provider,ProviderNameE,agencyname_E,tossdid,ProjectNumber,recipientcode,recipientnamee,regionnamee,Channel,ChannelCode,ParentChannelCode,parentchannelname_e,otherPartners,ChannelName_E,Finance\
        instrument,FinanceinstrumentName_e,FinancingArrangement,FinancingArrangementName_e,FrameworkOfCollaboration,FrameworkOfCollaborationName_e,modality,Aid_T_Description_E,ProjectTitle,ExternalLink,\
        sdgcode,SDG_goal_lvl_explanation,keywords,purposecode,purposename_e,sector,sector3,ISICcode,ISICdescription,ISIC_lvl,ISICdescription_letter_lvl,ProjectDescription,TossdPillar,Tossdpillar2,USD_Commitment,\
        USD_Commitment_defl,USD_disbursements,USD_disbursement_defl,USD_Reflows,USD_Reflow_defl,SalaryCost,Concessionality,Maturity,Mob_lvl,USD_amountmobilised,USD_amountmobilised_defl,Mob_Origin,Sourcename
        """;

    private const string OlderCrs = "Year|Donorcode|Donorname|Agencycode|Agencyname|Crsid|Projectnumber|Initialreport|Recipientcode|Recipientname|Flowcode|Flowname|Bi_Multi|Category|Finance_t|Aid_t|"
        + "usd_commitment|usd_disbursement|usd_received|usd_commitment_defl|usd_disbursement_defl|currencycode|commitment_national|disbursement_national|Projecttitle|Purposecode|Channelname|Commitmentdate|Expectedstartdate|Completiondate|Longdescription";

    private const string NewerCrs = "year,donor_code,donor_name,agency_code,agency_name,crs_id,recipient_code,recipient_name,flow_code,category,finance_t,aid_t,usd_commitment,usd_disbursement,usd_received,"
        + "usd_commitment_defl,usd_disbursement_defl,project_title,purpose_code,channel_name,expected_start_date,long_description,sdg_focus";

    [Fact]
    public void A_table_of_the_TOSSD_is_read_with_its_unit_stages_year_and_goals()
    {
        var reading = Read("TOSSD", Rows(Headings, ',',
            new Dictionary<string, string> { ["Year"] = "2024", ["provider"] = "4", ["ProviderNameE"] = "Arvenna", ["tossdid"] = "2024001", ["recipientnamee"] = "Solenia", ["Financeinstrument"] = "421", ["modality"] = "D011", ["ProjectTitle"] = "Courts", ["sdgcode"] = "16;16.3", ["purposecode"] = "15130", ["TossdPillar"] = "1", ["USD_Commitment"] = "10.5", ["USD_Commitment_defl"] = "9", ["USD_disbursements"] = "2.25", ["USD_disbursement_defl"] = "2", ["USD_Reflows"] = "0.5", ["USD_amountmobilised"] = "7" }));

        var courts = Assert.Single(reading.Activities);
        Assert.Equal(("4-2024001", "Courts", "421", "D01", null), (courts.Identifier, courts.TitleIn("en"), courts.DefaultFinanceType, courts.DefaultAidTypes[0].Code, courts.DefaultFlowType));
        Assert.Equal([("2", 10_500m), ("3", 2_250m), ("6", 500m)], courts.Transactions.Select(t => (t.Type!, t.Value!.Number!.Value)));
        Assert.All(courts.Transactions, t => Assert.Equal(("USD", new DateOnly(2024, 12, 31)), (t.Value!.Currency, t.Date!.Value)));
        Assert.Equal([("15130", "1"), ("16", "7"), ("16.3", "8")], courts.Sectors.Select(s => (s.Code!, s.Vocabulary!)));
        Assert.Equal("Arvenna", courts.Transactions[2].Receiver!.Name[0].Text);
        Assert.Contains("7,000 USD", Assert.Single(reading.Findings, f => f.Rule == "T12").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_did_not_reach_the_country_and_sums_of_several_givers_are_left_out_and_said_once()
    {
        Dictionary<string, string> Row(string provider, string recipient, string pillar, string id) =>
            new Dictionary<string, string> { ["Year"] = "2023", ["provider"] = provider, ["tossdid"] = id, ["recipientnamee"] = recipient, ["TossdPillar"] = pillar, ["USD_disbursements"] = "1" };

        var reading = Read("TOSSD", Rows(Headings, ',', Row("4", "SOLENIA", "1", "a"), Row("4", "Elsewhere", "1", "b"), Row("5", "Elsewhere", "1", "c"), Row("4", "Solenia", "2", "d"), Row("0", "Solenia", "1", "e")));

        Assert.Equal(["4-a"], reading.Activities.Select(a => a.Identifier));
        Assert.Equal((5, 4), (reading.Rows, reading.LeftOut));
        Assert.Equal(["T10", "T11", "T9"], reading.Rules.Keys.Where(r => r != "T7").Order());
        Assert.All(reading.Rules.Where(r => r.Key != "T7"), r => Assert.Equal(1, r.Value));
    }

    [Fact]
    public void An_older_table_of_the_CRS_is_read_in_millions_once_and_not_again_in_other_prices()
    {
        var table = Rows([.. OlderCrs.Split('|')], '|',
            new Dictionary<string, string> { ["Year"] = "2013", ["Donorcode"] = "301", ["Donorname"] = "Arvenna", ["Crsid"] = "2013000114", ["Recipientname"] = "Solenia", ["Flowcode"] = "13", ["Category"] = "10", ["Finance_t"] = "421", ["Aid_t"] = "C01", ["usd_commitment"] = "1.25", ["usd_disbursement"] = "0.5", ["usd_received"] = "-0.1", ["usd_commitment_defl"] = "1.5", ["commitment_national"] = "1.9", ["disbursement_national"] = "0.7", ["Projecttitle"] = "Police posts", ["Purposecode"] = "15130", ["Commitmentdate"] = "2013-02-01", ["Expectedstartdate"] = "2013-03-01 00:00:00" },
            new Dictionary<string, string> { ["Year"] = "2013", ["Donorcode"] = "5", ["Donorname"] = "Lorne", ["Crsid"] = "2013000114", ["Recipientname"] = "Solenia", ["Flowcode"] = "14", ["usd_disbursement"] = "3" });

        var activities = Read("CRS", table).Activities.ToList();

        Assert.Equal(["301-2013000114", "5-2013000114"], activities.Select(a => a.Identifier));
        Assert.Equal(["10", "21"], activities.Select(a => a.DefaultFlowType));
        Assert.Equal([("2", 1_250_000m), ("3", 500_000m), ("6", -100_000m)], activities[0].Transactions.Select(t => (t.Type!, t.Value!.Number!.Value)));
        Assert.Equal(("1", new DateOnly(2013, 3, 1)), (activities[0].Dates[0].Type, activities[0].Dates[0].Day!.Value));
    }

    [Fact]
    public void A_newer_table_of_the_CRS_is_read_the_same()
    {
        var reading = Read("crs", Rows([.. NewerCrs.Split(',')], ',',
            new Dictionary<string, string> { ["year"] = "2022", ["donor_code"] = "301", ["crs_id"] = "2022000114", ["recipient_name"] = "Solenia", ["flow_code"] = "11", ["finance_t"] = "110", ["usd_disbursement"] = "0.25", ["usd_disbursement_defl"] = "0.2", ["expected_start_date"] = "2022-01-15T00:00:00", ["sdg_focus"] = "16.6" },
            new Dictionary<string, string> { ["year"] = "2022", ["donor_code"] = "301", ["crs_id"] = "2022000115", ["recipient_name"] = "Elsewhere", ["usd_disbursement"] = "9" }));

        var activity = Assert.Single(reading.Activities);
        Assert.Equal(("301-2022000114", "10", 250_000m), (activity.Identifier, activity.DefaultFlowType, Assert.Single(activity.Transactions).Value!.Number!.Value));
    }

    [Fact]
    public void A_table_fits_its_own_layout_only()
    {
        Assert.True(TableLayout.Named("tossd")!.Fits(Headings));
        Assert.False(TableLayout.Named("CRS")!.Fits(Headings));
        Assert.Null(TableLayout.Named("AIMS"));
    }

    [Theory]
    [InlineData("Côte d'Ivoire", true)]
    [InlineData("COTE D’IVOIRE", true)]
    [InlineData("ci", true)]
    [InlineData("Côte", false)]
    public void A_country_is_known_by_all_its_names_however_they_are_written(string written, bool isIt) => Assert.Equal(isIt, new TableCountry("CI", ["Côte d’Ivoire"]).Is(written));

    private static string[] Headings => Tossd.Replace("\\\n", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Split(',');

    private static byte[] Rows(string[] headings, char sign, params Dictionary<string, string>[] rows) =>
        Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(r => string.Join(sign, headings.Select(h => r.GetValueOrDefault(h, "")))).Prepend(string.Join(sign, headings))));

    private static TableReading Read(string layout, byte[] table)
    {
        var mapping = TableLayout.Named(layout)!.Mapping("XS", Classification.Public, TableReading.Look(new MemoryStream(table), 1).Headings);
        Assert.Null(mapping.MayRead());
        return TableReading.Of(new MemoryStream(table), mapping, new("XS", ["Republic of Solenia", "Solenia"]));
    }
}
