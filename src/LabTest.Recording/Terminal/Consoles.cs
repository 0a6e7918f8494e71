using Spectre.Console;

namespace LabTest.Recording.Terminal;

/// <summary>Where LabTest shows things: a terminal in colours, a file or a pipe as plain text.</summary>
internal static class Consoles
{
    private const int WidthOfFiles = 120;

    /// <summary>The console of this process.</summary>
    public static IAnsiConsole Standard()
    {
        if (!Console.IsOutputRedirected)
            return AnsiConsole.Console;
        var plain = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(Console.Out),
        });
        plain.Profile.Width = WidthOfFiles;
        return plain;
    }
}
