using System.IO.Compression;
using Cornerstone.Ui.ChartFiles;
using Cornerstone.Ui.Pages;
using Cornerstone.Ui.Scanning;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.ResponseCompression;

namespace Cornerstone.Ui;

public static class UiSetup
{
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddSingleton<Assets>();
        services.AddHttpContextAccessor();
        services.AddScoped<Menu>();
        services.AddRazorPages(pages => pages.RootDirectory = "/").AddDataAnnotationsLocalization();
        services.Configure<MvcOptions>(o =>
        {
            o.Filters.Add<PageChartFilter>();
            o.Filters.Add<UnknownRecordFilter>();
            o.Filters.Add<FileScannerFilter>();
            // Another library's way of writing names: nothing here uses it, and a bracket left open in one is a fault of the framework.
            o.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            o.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
        });
        services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.Name = "cornerstone-message");
        services.AddAntiforgery(o => o.Cookie.Name = "cornerstone-form");
        services.AddRouting(o =>
        {
            o.ConstraintMap["country"] = typeof(CountryConstraint);
            o.ConstraintMap["language"] = typeof(LanguageConstraint);
        });
        // Antiforgery tokens are masked anew in every page, and nothing else secret stands beside echoed input:
        // compressing over TLS gives a listener no oracle.
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        return services;
    }

    /// <summary>
    /// Call after UseLanguages and before authentication: headers, error pages, compression and assets surround all
    /// the rest, so that even a failing sign-in answers in the house's form.
    /// </summary>
    public static WebApplication UseUi(this WebApplication app)
    {
        app.UseMiddleware<ResponseHeaders>();
        app.UseResponseCompression();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            // The error page writes the one log line, with the reference the person sees.
            SuppressDiagnosticsCallback = _ => true,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMiddleware<AssetFiles>();
        app.Use(RefuseOtherMethods);
        app.Use(RefuseNul);
        return app;
    }

    // Pages are read and forms are sent. A page asked for by another method would be shown without any of its handlers having run.
    private static Task RefuseOtherMethods(HttpContext http, RequestDelegate next)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        http.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    }

    // No text holds the sign NUL, and no column can: an address that has one is nobody's mistake of typing.
    private static Task RefuseNul(HttpContext http, RequestDelegate next)
    {
        if (!$"{http.Request.Path}{http.Request.QueryString}".Contains("%00", StringComparison.Ordinal))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
