using System.Text.Encodings.Web;
using System.Text.Unicode;
using Cornerstone.Access;
using Cornerstone.Api;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Operations;
using Cornerstone.Ui;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.WebEncoders;

namespace Cornerstone;

/// <summary>The web application, put together from the rooms over one open database.</summary>
public static class Web
{
    public static WebApplication Build(HostSettings settings, Database database, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Web).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.UseUrls([.. new[] { settings.Port, settings.MetricsPort }.OfType<int>().Select(port => $"http://127.0.0.1:{port}")]);
        LogLines.Choose(builder.Logging);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter(typeof(Access.Sessions.SessionHandler).FullName, LogLevel.Warning);
        AddServices(builder.Services, settings, database);
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseMetrics();
        // The program listens on this machine alone, so whoever speaks TLS for it stands here too: what such a proxy says of its caller counts, nobody else's word does.
        app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        app.UseLanguages();
        app.UseUi();
        app.UseRouting();
        app.UseMiddleware<ApiErrors>();
        app.UseAccess();
        app.UseMiddleware<SentFileQuota>();
        app.UseAntiforgery();
        app.MapRazorPages();
        app.MapHealth();
        app.MapApi();
        return app;
    }

    private static void AddServices(IServiceCollection services, HostSettings settings, Database database)
    {
        services.AddSingleton(settings);
        services.AddSingleton(database);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<RequestMeasurements>();
        services.AddScoped(_ => AppDb.Over(database));
        services.AddAccess(settings);
        // Arabic, Russian and Chinese go out as they are, not as numbered entities five times their size.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddLanguages();
        services.AddApi();
        services.AddUi();
        foreach (var room in Rooms.All)
        {
            room.AddServices(services);
        }
    }
}
