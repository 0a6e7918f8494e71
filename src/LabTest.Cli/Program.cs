using LabTest.Cli;
using LabTest.Recording.Terminal;

var surroundings = new Surroundings(Consoles.Standard(), Console.Error, Environment.CurrentDirectory, Environment.GetEnvironmentVariable, TimeProvider.System);
return await LabTestCommand.Run(args, surroundings).ConfigureAwait(false);
