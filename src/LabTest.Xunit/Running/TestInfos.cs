using System.Collections;
using System.Globalization;
using LabTest.Recording.Runs;
using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>What the record keeps of a test, from what xUnit knows of it.</summary>
internal static class TestInfos
{
    private const int LongestCondition = 200;
    private const int MostElements = 20;

    public static TestInfo Of(IXunitTest test) => Of(
        test.Traits.ToDictionary(t => t.Key, t => (IReadOnlyList<string>)[.. t.Value]), test.TestCase.TestClassName, test.TestCase.TestMethodName, test.TestDisplayName) with
    {
        Conditions = Conditions(test),
        File = test.TestCase.SourceFilePath,
        Line = test.TestCase.SourceLineNumber,
    };

    public static TestInfo Of(IReadOnlyDictionary<string, IReadOnlyList<string>> traits, string? className, string? methodName, string name)
    {
        var method = methodName ?? name;
        return new TestInfo
        {
            Id = traits.TryGetValue("Id", out var ids) && ids.Count > 0 ? ids[0] : $"{className}.{method}",
            Class = className ?? "",
            Method = method,
            Name = Short(name, className),
            Traits = traits,
        };
    }

    // The class is shown beside the test; its name need not stand before it.
    private static string Short(string name, string? className) =>
        className is not null && name.StartsWith(className + ".", StringComparison.Ordinal) ? name[(className.Length + 1)..] : name;

    // Whatever attribute gave the arguments of a theory, they say which of its cases a value belongs to.
    private static Condition[] Conditions(IXunitTest test) =>
        [.. test.TestMethod.Parameters.Zip(test.TestMethodArguments).Select(p => new Condition(p.First.Name ?? "", Value(p.Second)))];

    private static ParameterValue Value(object? argument) => argument switch
    {
        Quantity quantity => quantity,
        ParameterValue value => value,
        bool flag => flag,
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal => Convert.ToDouble(argument, CultureInfo.InvariantCulture),
        string text => Short(text),
        null => "null",
        _ => Short(Shown(argument)),
    };

    private static string Shown(object argument)
    {
        try
        {
            return argument switch
            {
                string text => text,
                IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
                IEnumerable several => $"[{string.Join(", ", several.Cast<object?>().Take(MostElements).Select(e => e is null ? "null" : Shown(e)))}]",
                _ => argument.ToString() ?? "",
            };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A text of the author's own that cannot be made keeps no test from running.
            return argument.GetType().Name;
        }
    }

    private static string Short(string text) => text.Length <= LongestCondition ? text : $"{text.AsSpan(0, LongestCondition)}…";
}
