using Microsoft.Extensions.Localization;

namespace Cornerstone.Languages;

/// <summary>Lets the framework's own messages and field names ([Display], [Required]) speak through <see cref="Text"/>.</summary>
public sealed class PoLocalizer(Text text) : IStringLocalizer
{
    public LocalizedString this[string name] => new(name, text[name], !text.Has(name));

    public LocalizedString this[string name, params object[] arguments] => new(name, text[name, arguments], !text.Has(name));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}

public sealed class PoLocalizerFactory(Text text) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new PoLocalizer(text);

    public IStringLocalizer Create(string baseName, string location) => new PoLocalizer(text);
}
