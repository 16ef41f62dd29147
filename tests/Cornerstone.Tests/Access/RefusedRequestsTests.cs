using System.Net;
using Cornerstone.Tests.TestKit;
using Microsoft.Extensions.Logging;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access;

/// <summary>Who tries what their role does not hold leaves a line in the log that names the route and nobody (ASVS 5.0, 16.3.2).</summary>
public sealed class RefusedRequestsTests
{
    [Fact]
    public async Task A_refused_request_is_one_line_with_route_and_permission_and_a_granted_one_is_none()
    {
        var log = new RecordedLog(LogLevel.Warning);
        await using var app = await TestApp.StartAsync(adjust: b => b.Logging.AddProvider(log));
        var (elif, amina) = (await app.AsAsync(Elif), await app.AsAsync(Amina));

        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync("/xs/people?name=Amina"));
        Assert.Equal(HttpStatusCode.OK, await amina.StatusOfAsync("/xs/support"));
        Assert.Equal(HttpStatusCode.NotFound, await amina.StatusOfAsync($"/xs/support/{Guid.CreateVersion7()}"));

        var line = Assert.Single(log.Lines, l => l.StartsWith("Refused: ", StringComparison.Ordinal));
        Assert.Equal("Refused: {country}/people asks for access.administer", line);
    }
}
