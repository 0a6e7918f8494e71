using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Cli.Tests;

public sealed class CompletionTests
{
    [Fact]
    public async Task A_bash_that_has_loaded_the_script_completes_verbs_options_and_runs()
    {
        using var command = new CommandLine();
        var run = Path.GetFileName(await command.MakeRun());
        Install(command.Folder["labtest"]);
        const string script = """
            PATH="$PWD:$PATH"
            eval "$(labtest completion bash)"
            complete -p labtest
            try() { COMP_LINE=$1; COMP_POINT=${2:-${#1}}; COMPREPLY=(); _labtest labtest; echo "$1: ${COMPREPLY[*]}"; }
            try 'labtest '; try 'labtest sh'; try 'labtest show --j'; try 'labtest show 2'; try 'labtest completion '; try 'labtest check x'; try 'labtest sh --json' 10; try 'labtest show --json '
            """;
        await using var bash = ForeignProcess.Start("bash", ["--norc", "-c", script], command.Folder.Path, new Dictionary<string, string> { ["LABTEST_RUNS"] = command.Runs });

        var lines = (await bash.ReadToEnd(TestContext.Current.CancellationToken)).Split('\n');

        lines.Should().Contain("complete -o bashdefault -o default -F _labtest labtest");
        lines.Should().Contain("labtest : check completion recover report runs schema show sim").And.Contain("labtest sh: show").And.Contain("labtest show --j: --json");
        lines.Should().Contain(l => l.StartsWith("labtest show 2: 2", StringComparison.Ordinal) && l.EndsWith(run, StringComparison.Ordinal));
        lines.Should().Contain("labtest completion : bash powershell zsh").And.Contain("labtest check x: ").And.Contain("labtest sh --json: show");
        lines.Should().Contain(l => l.StartsWith("labtest show --json : 2", StringComparison.Ordinal) && l.EndsWith(run, StringComparison.Ordinal), "a flag takes no value");
    }

    [Fact]
    public async Task A_PowerShell_that_has_loaded_the_script_completes_verbs_options_and_runs()
    {
        using var command = new CommandLine();
        var run = Path.GetFileName(await command.MakeRun());
        Install(command.Folder["labtest"]);
        Install(command.Folder["a folder/labtest"]);
        const string script = """
            Set-Location $env:HERE; $env:PATH = "$($env:HERE):$($env:PATH)"
            labtest completion powershell | Out-String | Invoke-Expression
            function Try-It($line, $at = $line.Length) {
                $found = [System.Management.Automation.CommandCompletion]::CompleteInput($line, $at, $null)
                "${line}: $($found.CompletionMatches.CompletionText -join ' ') at $($found.ReplacementIndex)"
            }
            Try-It 'labtest '; Try-It 'labtest sh'; Try-It 'labtest show --j'; Try-It 'labtest show 2'; Try-It 'labtest completion '; Try-It 'labtest check x'; Try-It 'labtest sh --json' 10
            Try-It 'dir; labtest sh'; Try-It '& "./a folder/labtest" sh'; Try-It 'labtest check "a b.yaml" --q'
            """;
        await using var shell = await ForeignTool.PowerShell.Start(
            Repository.Root,
            new Dictionary<string, string> { ["HERE"] = command.Folder.Path, ["LABTEST_RUNS"] = command.Runs, ["POWERSHELL_TELEMETRY_OPTOUT"] = "1", ["POWERSHELL_UPDATECHECK"] = "Off", ["NO_COLOR"] = "1" },
            script);

        var lines = (await shell.ReadToEnd(TestContext.Current.CancellationToken)).TrimEnd().Split('\n');

        lines.Should().Equal(
            "labtest : check completion recover report runs schema show sim at 8",
            "labtest sh: show at 8",
            "labtest show --j: --json at 13",
            $"labtest show 2: {Path.GetFileName(Path.GetDirectoryName(Directory.GetDirectories(command.Runs, run, SearchOption.AllDirectories).Single()))}/{run} at 13",
            "labtest completion : bash powershell zsh at 19",
            "labtest check x:  at 14",
            "labtest sh --json: show at 8",
            "dir; labtest sh: show at 13",
            "& \"./a folder/labtest\" sh: show at 23",
            "labtest check \"a b.yaml\" --q: --quiet at 25");
    }

    [Theory]
    [InlineData("zsh", "compdef _labtest labtest")]
    [InlineData("powershell", "Register-ArgumentCompleter -Native -CommandName labtest")]
    public async Task Each_shell_has_its_script(string shell, string line)
    {
        using var command = new CommandLine();

        var (code, output) = await command.Call("completion", shell);

        code.Should().Be(0);
        output.Should().Contain(line);
    }

    // The command as it is called by a shell.
    private static void Install(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"#!/bin/sh\nexec dotnet '{typeof(Surroundings).Assembly.Location}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
