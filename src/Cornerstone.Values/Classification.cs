namespace Cornerstone.Values;

/// <summary>
/// How far a record may travel, from everybody to few. Named compartments stand beside these levels
/// and are held in the sealed store. Domain handbook §0.3.
/// </summary>
public enum Classification
{
    Public = 0,
    Partner = 1,
    Government = 2,
    Restricted = 3,
}
