using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Cornerstone.Languages;

public static class LanguageSetup
{
    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.AddSingleton<Catalogue>();
        services.AddSingleton<Text>();
        services.AddSingleton<IStringLocalizerFactory, PoLocalizerFactory>();
        services.AddSingleton<IPostConfigureOptions<MvcOptions>, BindingMessages>();
        return services;
    }

    /// <summary>Stands first in the pipeline, so that error pages speak the reader's language too.</summary>
    public static WebApplication UseLanguages(this WebApplication app)
    {
        app.UseMiddleware<LanguageChoice>();
        return app;
    }
}
