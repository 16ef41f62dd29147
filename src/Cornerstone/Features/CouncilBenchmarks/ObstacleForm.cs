using System.ComponentModel.DataAnnotations;

namespace Cornerstone.Features.CouncilBenchmarks;

/// <summary>An obstacle that came up, or how and when the one of this id was overcome.</summary>
public sealed class ObstacleForm
{
    public Guid? Id { get; set; }

    [Display(Name = "Obstacle"), StringLength(CouncilObstacle.LongestText)]
    public string? Words { get; set; }

    [Display(Name = "Since")]
    public DateOnly? On { get; set; }
}
