using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;

namespace LabTest.Hdf5.Groups;

/// <summary>Follows paths through groups and links of all kinds.</summary>
internal static class PathWalk
{
    private const int MostLinks = 40;

    /// <summary>The object at a path, or null; soft and external links on the way are followed.</summary>
    public static ObjectNode? Find(GroupNode start, string path)
    {
        var budget = MostLinks;
        return Find(start, path, ref budget);
    }

    public static string[] Split(string path)
    {
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return [.. names.Where(n => n != ".")];
    }

    public static string Join(string parent, string path)
    {
        var start = path.StartsWith('/') ? "" : parent.TrimEnd('/');
        return $"{start}/{string.Join('/', Split(path))}";
    }

    private static ObjectNode? Find(GroupNode start, string path, ref int budget)
    {
        ObjectNode node = path.StartsWith('/') ? start.File.Root : start;
        foreach (var name in Split(path))
        {
            if (node is not GroupNode group)
                return null;
            LinkEntry? link;
            lock (group.File.Structure)
                link = group.Links.Find(name);
            if (link is null || Follow(group, link.Value, ref budget) is not { } next)
                return null;
            node = next;
        }

        return node;
    }

    private static ObjectNode? Follow(GroupNode group, LinkEntry link, ref int budget)
    {
        if (link.Node is not null)
            return link.Node;
        switch (link.Target)
        {
            case LinkTarget.Hard hard:
                return group.File.Objects.At(hard.Address);
            case LinkTarget.Soft soft:
                Spend(group, ref budget);
                return Find(group, soft.Path, ref budget);
            case LinkTarget.External external:
                Spend(group, ref budget);
                return group.File.Externals.Open(external.File) is { } file ? Find(file.Root, external.Path, ref budget) : null;
            default:
                return null;
        }
    }

    private static void Spend(GroupNode group, ref int budget)
    {
        if (--budget < 0)
            throw group.Origin.Corrupt($"a path leads over more than {MostLinks} soft and external links");
    }
}
