using System.Reflection;
using LabTest.Recording;
using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Extensions;
using Microsoft.Testing.Platform.Extensions.CommandLine;

namespace LabTest.Xunit.Platform;

/// <summary>The options of a test run; each mirrors a <c>LABTEST_*</c> variable.</summary>
internal sealed class LabOptions : ICommandLineOptionsProvider
{
    private const string Set = "lab-set";

    private static readonly LabOption[] All =
    [
        new("lab-station", "LABTEST_STATION", "The station file.", ArgumentArity.ExactlyOne),
        new("lab-dut", "LABTEST_DUT", "The serial number of the device under test.", ArgumentArity.ExactlyOne),
        new("lab-operator", "LABTEST_OPERATOR", "Who runs it.", ArgumentArity.ExactlyOne),
        new("lab-runs", "LABTEST_RUNS", "The folder that keeps all runs.", ArgumentArity.ExactlyOne),
        new(Set, "LABTEST_SET", "Values that experiments ask for by name, as in --lab-set \"vin=5 V\" variant=A fast=true.", ArgumentArity.OneOrMore),
        new("lab-simulate", "LABTEST_SIMULATE", "Simulates every instrument.", ArgumentArity.Zero),
        new("lab-clock", "LABTEST_CLOCK", "'real' for real time also in simulation; 'virtual' otherwise.", ArgumentArity.ExactlyOne),
        new("lab-production", "LABTEST_PRODUCTION", "A production run: a skipped test fails it.", ArgumentArity.Zero),
    ];

    public string Uid => "LabTest.Options";

    public string Version => "1.0.0";

    public string DisplayName => "LabTest";

    public string Description => "Options of a run of experiments.";

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public IReadOnlyCollection<CommandLineOption> GetCommandLineOptions() =>
        [.. All.Select(o => new CommandLineOption(o.Name, $"{o.Description} ({o.Variable}){(o.Name == Set ? Listed() : "")}", o.Arity, isHidden: false))];

    public Task<ValidationResult> ValidateOptionArgumentsAsync(CommandLineOption commandOption, string[] arguments)
    {
        try
        {
            if (commandOption.Name == Set)
                Declared().Require(LabSettings.ArgumentsIn(arguments).Keys);
            if (commandOption.Name == "lab-clock" && arguments[0] is not ("real" or "virtual"))
                return ValidationResult.InvalidTask($"'{arguments[0]}' is neither real nor virtual");
            return ValidationResult.ValidTask;
        }
        catch (FormatException e)
        {
            return ValidationResult.InvalidTask(e.Message);
        }
    }

    public Task<ValidationResult> ValidateCommandLineOptionsAsync(ICommandLineOptions commandLineOptions) => ValidationResult.ValidTask;

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

    private static DeclaredArguments Declared() => DeclaredArguments.Of(Assembly.GetEntryAssembly()!);

    private static string Listed()
    {
        var lines = Declared().Lines.ToArray();
        return lines.Length == 0 ? "\nThese experiments ask for none." : $"\nThese experiments ask for:\n    {string.Join("\n    ", lines)}";
    }

    private sealed record LabOption(string Name, string Variable, string Description, ArgumentArity Arity);
}
