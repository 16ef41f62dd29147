using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Cornerstone.Tests.TestKit;

/// <summary>What each page takes from whoever calls it: the names it is bound under and their types.</summary>
internal static class BoundNames
{
    public static async Task<IReadOnlyList<CompiledPageActionDescriptor>> PagesAsync(TestApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var pages = new List<CompiledPageActionDescriptor>();
        foreach (var route in RouteTable.Of(app).Where(r => r.Metadata.GetMetadata<PageActionDescriptor>() is not null))
        {
            pages.Add(await loader.LoadAsync(route.Metadata.GetMetadata<PageActionDescriptor>()!, EndpointMetadataCollection.Empty));
        }

        return pages;
    }

    public static IEnumerable<(string Name, Type Type)> Roots(CompiledPageActionDescriptor page) =>
        page.BoundProperties.Select(p => (p.Name, p.ParameterType))
            .Concat(page.HandlerMethods.SelectMany(h => h.Parameters).Select(p => (p.BindingInfo?.BinderModelName ?? p.Name, p.ParameterType)));

    /// <summary>Names a link to the page may carry, with what its filters are made of.</summary>
    public static IEnumerable<string> Asked(CompiledPageActionDescriptor page) =>
        page.BoundProperties.Where(p => p.BindingInfo?.RequestPredicate is not null).Select(p => (Name: p.BindingInfo?.BinderModelName ?? p.Name, p.ParameterType))
            .Concat(page.HandlerMethods.Where(h => h.HttpMethod.Equals("Get", StringComparison.OrdinalIgnoreCase)).SelectMany(h => h.Parameters)
                .Where(p => p.BindingInfo?.BindingSource != BindingSource.Services && p.ParameterType != typeof(CancellationToken)).Select(p => (Name: p.BindingInfo?.BinderModelName ?? p.Name, p.ParameterType)))
            .SelectMany(n => IsSimple(n.ParameterType) ? [n.Name] : n.ParameterType.GetProperties().Where(q => q.SetMethod is not null).SelectMany(q => new[] { q.Name, $"{n.Name}.{q.Name}" }))
            .Append("handler").Distinct(StringComparer.OrdinalIgnoreCase);

    private static bool IsSimple(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var t
        && (t.IsPrimitive || t.IsEnum || t.IsArray || t.IsGenericType || t == typeof(string) || t == typeof(Guid) || t == typeof(DateOnly) || t == typeof(decimal));
}
