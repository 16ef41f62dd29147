using System.ComponentModel.DataAnnotations;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cornerstone.Tests.Languages;

public sealed class BindingMessagesTests
{
    [Theory]
    [InlineData(nameof(Form.Title), "{0}: enter a value.")]
    [InlineData(nameof(Form.Plain), "{0}: enter a value.")]
    [InlineData(nameof(Form.Note), "{0}: at most {1} characters.")]
    [InlineData(nameof(Form.Own), "Say it.")]
    public void Rules_without_words_of_their_own_get_ours(string property, string sentence)
    {
        var metadata = Services().GetRequiredService<IModelMetadataProvider>().GetMetadataForProperty(typeof(Form), property);

        var rule = Assert.Single(metadata.ValidatorMetadata.OfType<ValidationAttribute>());

        Assert.Equal(sentence, rule.ErrorMessage);
    }

    [Fact]
    public void What_the_framework_does_not_understand_is_said_in_French()
    {
        var messages = Services().GetRequiredService<IOptions<MvcOptions>>().Value.ModelBindingMessageProvider;
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        System.Globalization.CultureInfo.CurrentUICulture = Cornerstone.Languages.Languages.Of("fr")!.Culture;

        var message = messages.AttemptedValueIsInvalidAccessor("12;5", "Montant");

        System.Globalization.CultureInfo.CurrentUICulture = before;
        Assert.Equal("Montant\u00A0: «\u00A012;5\u00A0» n’a pas été compris.", message);
    }

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddLanguages();
        services.AddRazorPages().AddDataAnnotationsLocalization();
        return services.BuildServiceProvider();
    }

    private sealed class Form
    {
        [Required]
        public string? Title { get; set; }

        public string Plain { get; set; } = "";

        [StringLength(10)]
        public string? Note { get; set; }

        [Required(ErrorMessage = "Say it.")]
        public string? Own { get; set; }
    }
}
