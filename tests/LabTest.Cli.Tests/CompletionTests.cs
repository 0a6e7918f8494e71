using LabTest.Testing.Foreign;

namespace LabTest.Cli.Tests;

public sealed class CompletionTests
{
    [Fact]
    public async Task A_bash_that_has_loaded_the_script_completes_verbs_options_and_runs()
    {
        using var command = new CommandLine();
        var run = Path.GetFileName(await command.MakeRun());
        await File.WriteAllTextAsync(command.Folder["labtest"], $"#!/bin/sh\nexec dotnet '{typeof(Surroundings).Assembly.Location}' \"$@\"\n", TestContext.Current.CancellationToken);
        const string script = """
            chmod +x labtest; PATH="$PWD:$PATH"
            eval "$(labtest completion bash)"
            complete -p labtest
            try() { COMP_LINE=$1; COMP_POINT=${2:-${#1}}; COMPREPLY=(); _labtest labtest; echo "$1: ${COMPREPLY[*]}"; }
            try 'labtest '; try 'labtest sh'; try 'labtest show --j'; try 'labtest show 2'; try 'labtest completion '; try 'labtest check x'; try 'labtest sh --json' 10
            """;
        await using var bash = ForeignProcess.Start("bash", ["--norc", "-c", script], command.Folder.Path, new Dictionary<string, string> { ["LABTEST_RUNS"] = command.Runs });

        var lines = (await bash.ReadToEnd(TestContext.Current.CancellationToken)).Split('\n');

        lines.Should().Contain("complete -o bashdefault -o default -F _labtest labtest");
        lines.Should().Contain("labtest : check completion recover report runs schema show sim").And.Contain("labtest sh: show").And.Contain("labtest show --j: --json");
        lines.Should().Contain(l => l.StartsWith("labtest show 2: 2", StringComparison.Ordinal) && l.EndsWith(run, StringComparison.Ordinal));
        lines.Should().Contain("labtest completion : bash powershell zsh").And.Contain("labtest check x: ").And.Contain("labtest sh --json: show");
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
}
