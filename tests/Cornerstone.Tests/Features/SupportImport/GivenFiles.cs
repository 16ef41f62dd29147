using System.Text;
using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.Extensions.DependencyInjection;

namespace Cornerstone.Tests.Features.SupportImport;

/// <summary>Published files of an invented publisher, brought in as the secretariat would.</summary>
internal static class GivenFiles
{
    public const string Border = """
        <iati-activity xml:lang="en" default-currency="EUR" last-updated-datetime="2026-02-01T00:00:00Z">
          <iati-identifier>XM-EX-1-BORDER</iati-identifier>
          <reporting-org ref="XM-EX-1" type="10"><narrative>Kingdom of Arvenna</narrative></reporting-org>
          <title><narrative>Border posts</narrative><narrative xml:lang="fr">Postes frontière</narrative></title>
          <description><narrative>Twelve posts on the northern border.</narrative></description>
          <participating-org ref="XM-EX-1" type="10" role="1"><narrative>Kingdom of Arvenna</narrative></participating-org>
          <participating-org role="4" type="40"><narrative>Stability Agency</narrative></participating-org>
          <activity-status code="2"/>
          <activity-date type="1" iso-date="2025-01-01"/><activity-date type="2" iso-date="2025-02-01"/>
          <recipient-country code="XS" percentage="100"/>
          <sector vocabulary="1" code="15210" percentage="60"/><sector vocabulary="1" code="15130" percentage="40"/>
          <policy-marker vocabulary="1" code="1" significance="1"/>
          <default-flow-type code="10"/>
          <budget type="1" status="2"><period-start iso-date="2026-01-01"/><period-end iso-date="2026-12-31"/><value value-date="2026-01-01">500000</value></budget>
          <transaction ref="C1"><transaction-type code="2"/><transaction-date iso-date="2025-02-01"/><value value-date="2025-02-01">1000000</value></transaction>
          <transaction><transaction-type code="3"/><transaction-date iso-date="2025-06-01"/><value value-date="2025-06-01">250000.55</value>
            <provider-org ref="XM-EX-1"/><receiver-org receiver-activity-id="SA-7"><narrative>Stability Agency</narrative></receiver-org></transaction>
          <transaction><transaction-type code="3"/><transaction-date iso-date="2025-09-01"/><value currency="USD" value-date="2025-09-01">-50000</value></transaction>
          <related-activity ref="XM-EX-1-PROG" type="1"/>
        </iati-activity>
        """;

    public const string Radio = """
        <iati-activity xml:lang="en" default-currency="USD">
          <iati-identifier>XM-EX-1-RADIO</iati-identifier>
          <reporting-org ref="XM-EX-1" type="10"><narrative>Kingdom of Arvenna</narrative></reporting-org>
          <title><narrative>Radios for the police</narrative></title>
          <recipient-country code="XY"/>
        </iati-activity>
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static SupportFile File(params string[] activities) => Named("arvenna.xml", activities);

    public static SupportFile Named(string name, params string[] activities) =>
        SupportFile.Of(name, Encoding.UTF8.GetBytes($"<iati-activities version=\"2.03\">{string.Concat(activities)}</iati-activities>"));

    public static async Task<SupportOrder> OrderAsync(this TestApp app, Classification level = Classification.Public, ImportMode mode = ImportMode.Partial, bool only = false)
    {
        await using var db = await app.DbAsAsync(People.Amina);
        return new SupportOrder(db.Reader, "XS", level, mode, only);
    }

    public static async Task<ImportReport> ImportAsync(this TestApp app, SupportFile file, Classification level = Classification.Public) =>
        await app.Importer().ImportAsync(file, await app.OrderAsync(level), null, Ct);

    public static ImportIati Importer(this TestApp app) => app.Services.GetRequiredService<ImportIati>();

    public static async Task<AppDb> AminaAsync(this TestApp app) => await app.DbAsAsync(People.Amina);
}
