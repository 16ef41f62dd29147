using Cornerstone.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Ui.Pages;

[Public]
public sealed class AboutPage : PageModel;
