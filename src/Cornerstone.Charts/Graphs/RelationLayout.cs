using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>Where everything stands: a box for each node, and for each link the points its line passes.</summary>
internal sealed record RelationLayout(double Height, IReadOnlyList<Box> Boxes, IReadOnlyList<RelationLine> Lines);

/// <summary>A link's line. An arc leaves and enters on the same side; other lines pass their points level.</summary>
internal sealed record RelationLine(int From, int To, IReadOnlyList<(double X, double Y)> Points, bool IsArc = false);
