namespace Cornerstone.Iati.Writing;

internal static class LocationWriting
{
    public static void Write(Pen pen, Location location)
    {
        pen.Begin("location");
        pen.Attribute("ref", location.Ref);
        pen.Code("location-reach", location.Reach);
        foreach (var code in location.Codes) pen.Element("location-id", ("code", code.Code), ("vocabulary", code.Vocabulary));
        pen.Texts("name", location.Name);
        pen.Texts("description", location.Description);
        pen.Texts("activity-description", location.ActivityDescription);
        foreach (var area in location.Areas) Area(pen, area);
        Point(pen, location.Point);
        pen.Code("exactness", location.Exactness);
        pen.Code("location-class", location.Class);
        pen.Code("feature-designation", location.FeatureDesignation);
        pen.End();
    }

    private static void Area(Pen pen, AdministrativeArea area)
    {
        pen.Begin("administrative");
        pen.Attribute("code", area.Code);
        pen.Attribute("vocabulary", area.Vocabulary);
        pen.Attribute("level", (decimal?)area.Level);
        pen.End();
    }

    private static void Point(Pen pen, GeoPoint? point)
    {
        if (point is null) return;
        pen.Begin("point");
        pen.Attribute("srsName", point.SrsName);
        pen.Simple("pos", point.Position);
        pen.End();
    }
}
