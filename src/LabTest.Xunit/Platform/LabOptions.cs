using System.Reflection;
using LabTest.Recording;
using LabTest.Recording.Terminal;
using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Extensions;
using Microsoft.Testing.Platform.Extensions.CommandLine;

namespace LabTest.Xunit.Platform;

/// <summary>The options of a test run; each mirrors a <c>LABTEST_*</c> variable.</summary>
internal sealed class LabOptions : ICommandLineOptionsProvider
{
    private const string Set = "lab-set";
    private const string Clock = "lab-clock";
    private const string Prefix = "--lab-";

    // As the testing platform ends for a wrong command line.
    private const int InvalidCommandLine = 5;

    private static readonly LabOption[] All =
    [
        new("lab-station", "LABTEST_STATION", "The station file.", ArgumentArity.ExactlyOne),
        new("lab-dut", "LABTEST_DUT", "The serial number of the device under test.", ArgumentArity.ExactlyOne),
        new("lab-operator", "LABTEST_OPERATOR", "Who runs it.", ArgumentArity.ExactlyOne),
        new("lab-runs", "LABTEST_RUNS", "The folder that keeps all runs.", ArgumentArity.ExactlyOne),
        new(Set, "LABTEST_SET", "Values that experiments ask for by name, as in --lab-set \"vin=5 V\" variant=A fast=true.", ArgumentArity.OneOrMore),
        new("lab-simulate", "LABTEST_SIMULATE", "Simulates every instrument.", ArgumentArity.Zero),
        new(Clock, "LABTEST_CLOCK", "'real' for real time also in simulation; 'virtual' otherwise.", ArgumentArity.ExactlyOne),
        new("lab-production", "LABTEST_PRODUCTION", "A production run: a skipped test is an Error.", ArgumentArity.Zero),
    ];

    public string Uid => "LabTest.Options";

    public string Version => "1.0.0";

    public string DisplayName => "LabTest";

    public string Description => "Options of a run of experiments.";

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    // To the testing platform any number of values is right: what it says of a wrong number is followed by its whole help.
    public IReadOnlyCollection<CommandLineOption> GetCommandLineOptions() =>
        [.. All.Select(o => new CommandLineOption(o.Name, $"{o.Description} ({o.Variable}){(o.Name == Set ? Listed() : "")}", ArgumentArity.ZeroOrMore, isHidden: false))];

    /// <summary>Ends this process where an option of ours is misspelt, in one line; the testing platform would follow it with its whole help.</summary>
    public static void RequireKnown(IEnumerable<string> arguments)
    {
        foreach (var argument in arguments.Where(static a => a.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var name = argument[2..].Split('=', ':')[0];
            if (Array.Exists(All, o => string.Equals(o.Name, name, StringComparison.OrdinalIgnoreCase)))
                continue;
            var meant = Spelling.Nearest(name, All.Select(static o => o.Name));
            Refuse($"There is no option --{name}; {(meant is null ? "--help lists them." : $"did you mean --{meant}?")}");
        }
    }

    public Task<ValidationResult> ValidateOptionArgumentsAsync(CommandLineOption commandOption, string[] arguments) => ValidationResult.ValidTask;

    // Here an option that was given twice has all of its values.
    public Task<ValidationResult> ValidateCommandLineOptionsAsync(ICommandLineOptions commandLineOptions)
    {
        foreach (var option in All.Where(o => commandLineOptions.IsOptionSet(o.Name)))
        {
            commandLineOptions.TryGetOptionArgumentList(option.Name, out var arguments);
            if (Problem(option, arguments ?? []) is { } problem)
                Refuse($"--{option.Name}{problem}");
        }

        return ValidationResult.ValidTask;
    }

    /// <summary>Sets the variables that the given options mirror; the run reads them from there, whoever set them.</summary>
    public static void Mirror(ICommandLineOptions options)
    {
        foreach (var option in All)
        {
            if (!options.IsOptionSet(option.Name))
                continue;
            options.TryGetOptionArgumentList(option.Name, out var arguments);
            if (option.Name == Set)
                LabSettings.GivenArguments = arguments;
            Environment.SetEnvironmentVariable(option.Variable, arguments is { Length: > 0 } ? string.Join(option.Name == Set ? ';' : ' ', arguments) : "1");
        }
    }

    private static string? Problem(LabOption option, string[] arguments)
    {
        if (arguments.Length < option.Arity.Min)
            return " needs a value.";
        if (arguments.Length > option.Arity.Max)
            return option.Arity.Max == 0 ? $" takes no value; it was given {Quoted(arguments)}." : $" takes one value, not {arguments.Length}: {Quoted(arguments)}.";
        try
        {
            if (option.Name == Set)
                Declared().Require(LabSettings.ArgumentsIn(arguments));
        }
        catch (FormatException e)
        {
            return $": {e.Message}";
        }

        return option.Name == Clock && arguments[0] is not ("real" or "virtual") ? $": '{arguments[0]}' is neither real nor virtual." : null;
    }

    private static string Quoted(string[] arguments) => string.Join(", ", arguments.Select(static a => $"'{a}'"));

    private static void Refuse(string problem)
    {
        Screen.StandardError().Message($"{problem} Nothing was run.");
        Environment.Exit(InvalidCommandLine);
    }

    private static DeclaredArguments Declared() => DeclaredArguments.Of(Assembly.GetEntryAssembly()!);

    private static string Listed()
    {
        var lines = Declared().Lines.ToArray();
        return lines.Length == 0 ? "\nThese experiments ask for none." : $"\nThese experiments ask for:\n    {string.Join("\n    ", lines)}";
    }

    private sealed record LabOption(string Name, string Variable, string Description, ArgumentArity Arity);
}
