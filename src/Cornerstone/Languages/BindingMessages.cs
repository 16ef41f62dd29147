using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Options;

namespace Cornerstone.Languages;

/// <summary>The framework's messages about input it could not read, in our words and the reader's language.</summary>
public sealed class BindingMessages(Text T) : IPostConfigureOptions<MvcOptions>, IValidationMetadataProvider
{
    // After the framework has set up its own providers: ours completes the rules that they find.
    public void PostConfigure(string? name, MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => T["{1}: “{0}” was not understood.", value, field]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => T["“{0}” was not understood.", value]);
        messages.SetUnknownValueIsInvalidAccessor(field => T["{0}: the value was not understood.", field]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => T["The value was not understood."]);
        messages.SetValueIsInvalidAccessor(value => T["“{0}” was not understood.", value]);
        messages.SetValueMustBeANumberAccessor(field => T["{0}: enter a number.", field]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => T["Enter a number."]);
        messages.SetValueMustNotBeNullAccessor(field => T["{0}: enter a value.", field]);
        messages.SetMissingBindRequiredValueAccessor(field => T["{0}: enter a value.", field]);
        messages.SetMissingKeyOrValueAccessor(() => T["Enter a value."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => T["The form arrived empty."]);
        options.ModelMetadataDetailsProviders.Add(this);
    }

    /// <summary>Attributes without a message of their own get a short sentence; [Required] on a property is the usual one.</summary>
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (rule.ErrorMessage is null && rule.ErrorMessageResourceName is null && SentenceFor(rule) is { } sentence)
            {
                rule.ErrorMessage = sentence;
            }
        }
    }

    private static string? SentenceFor(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => Text.Later("{0}: enter a value."),
        StringLengthAttribute { MinimumLength: > 0 } => Text.Later("{0}: between {2} and {1} characters."),
        StringLengthAttribute or MaxLengthAttribute => Text.Later("{0}: at most {1} characters."),
        RangeAttribute => Text.Later("{0}: between {1} and {2}."),
        EmailAddressAttribute => Text.Later("{0}: this is not an e-mail address."),
        CompareAttribute => Text.Later("{0} and {1} differ."),
        _ => null,
    };
}
