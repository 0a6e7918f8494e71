namespace LabTest.Xunit.Running;

/// <summary>The filters of a command line, as they were given.</summary>
internal static class CommandLineFilter
{
    private static readonly string[] Native = ["-class", "-method", "-namespace", "-trait", "-filter", "-id", "-class-", "-method-", "-namespace-", "-trait-"];

    /// <summary>The filter options with their values, as one text; empty where there are none.</summary>
    public static string In(IReadOnlyList<string> arguments)
    {
        List<string> filters = [];
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].StartsWith("--filter", StringComparison.Ordinal) && !Native.Contains(arguments[i]))
                continue;
            filters.Add(arguments[i]);
            while (i + 1 < arguments.Count && !arguments[i + 1].StartsWith('-'))
                filters.Add(arguments[++i]);
        }

        return string.Join(' ', filters);
    }
}
