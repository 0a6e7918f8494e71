using LabTest.Bench;
using LabTest.Bench.Formats;
using LabTest.Bench.Spine;

await using var formats = new FormatsGroup();
await using var spine = new SpineGroup();
IGroup[] groups = [formats, spine];

if (args.Length == 0 || Array.Find(groups, g => g.Name == args[0]) is not { } group)
{
    Console.Error.WriteLine($"Name a group: {string.Join(", ", groups.Select(g => g.Name))}; then, if you like, a part of a row's name, and --against DIR with another checkout that is built.");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
var against = Array.IndexOf(args, "--against");
var part = args.Length > 1 && against != 1 ? args[1] : null;
if (against < 0)
    return await Runner.Run(group, part, stop.Token);
if (against + 1 >= args.Length)
{
    Console.Error.WriteLine("--against wants the folder of a checkout.");
    return 2;
}

return await Against.Run(group.Name, args[against + 1], part, stop.Token);
